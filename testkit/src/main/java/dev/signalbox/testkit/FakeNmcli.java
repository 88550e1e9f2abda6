package dev.signalbox.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A program called {@code nmcli} that gives the answers it was told, and keeps what it was asked:
 * its arguments, its environment, its input, and what the process list said of it and of who
 * started it.
 */
public final class FakeNmcli {
  private static final String BEGINNING =
      """
      n=0
      while ! mkdir "$here/calls/$n" 2>/dev/null; do n=$((n + 1)); done
      call="$here/calls/$n"
      for argument in "$@"; do printf '%s\\n' "$argument"; done >"$call/arguments"
      env >"$call/environment"
      cat "/proc/$$/cmdline" "/proc/$PPID/cmdline" 2>/dev/null | tr '\\000' '\\n' >"$call/processes"
      cat >"$call/input"
      case "$*" in
      """;

  private final Path folder;
  private final StringBuilder cases = new StringBuilder();
  private int answers;

  /**
   * What it was asked once.
   *
   * @param processes the command lines in the process list while it ran
   */
  public record Call(
      List<String> arguments, List<String> environment, String input, List<String> processes) {
    /** All arguments, in a line. */
    public String line() {
      return String.join(" ", arguments);
    }
  }

  /** A program in that folder, which does nothing and says nothing yet. */
  public FakeNmcli(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("calls"));
    write();
  }

  /** Where it is. */
  public Path program() {
    return folder.resolve("nmcli");
  }

  /** From now on it ends well and says this where the arguments have {@code part} in them. */
  public FakeNmcli says(String part, String out) throws IOException {
    return answers(part, 0, out, "");
  }

  /**
   * From now on it answers so where the arguments have {@code part} in them, and no answer that it
   * was told before fits.
   *
   * @param part without quotes
   */
  public FakeNmcli answers(String part, int exit, String out, String error) throws IOException {
    String said = "answer-" + answers++;
    Files.write(folder.resolve(said + ".out"), out.getBytes(StandardCharsets.UTF_8));
    Files.write(folder.resolve(said + ".error"), error.getBytes(StandardCharsets.UTF_8));
    return does(
        part,
        "cat \"$here/%1$s.out\"; cat \"$here/%1$s.error\" >&2; exit %2$d".formatted(said, exit));
  }

  /** From now on it runs this script where the arguments have {@code part} in them. */
  public FakeNmcli does(String part, String script) throws IOException {
    cases.append("*'").append(part).append("'*) ").append(script).append(" ;;\n");
    write();
    return this;
  }

  private void write() throws IOException {
    Files.writeString(
        program(), "#!/bin/sh\nhere='" + folder + "'\n" + BEGINNING + cases + "esac\n");
    Files.setPosixFilePermissions(program(), PosixFilePermissions.fromString("rwx------"));
  }

  /** All that it was asked, in order. */
  public List<Call> calls() {
    return IntStream.iterate(0, n -> n + 1)
        .mapToObj(n -> folder.resolve("calls").resolve(Integer.toString(n)))
        .takeWhile(Files::exists)
        .map(FakeNmcli::call)
        .toList();
  }

  private static Call call(Path folder) {
    try {
      return new Call(
          Files.readAllLines(folder.resolve("arguments")),
          Files.readAllLines(folder.resolve("environment")),
          Files.readString(folder.resolve("input")),
          Files.readAllLines(folder.resolve("processes")));
    } catch (IOException unfinished) {
      throw new UncheckedIOException(unfinished);
    }
  }
}
