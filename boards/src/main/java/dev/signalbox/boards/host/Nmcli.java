package dev.signalbox.boards.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks NetworkManager by its command {@code nmcli} (nmcli(1)), in a bounded time, and takes a
 * bounded answer. Nothing secret may be in the arguments, which everybody on the machine can read;
 * that goes to its standard input. Thread: any.
 */
public final class Nmcli {
  /** Answers are in English and in UTF-8, whatever the user's language. */
  private static final String LOCALE = "C.UTF-8";

  private static final int LARGEST = 1 << 20;

  private final String program;

  /**
   * @param program its path, or its name to find it where programs are
   */
  public Nmcli(String program) {
    this.program = program;
  }

  /** The one that is found where programs are. */
  public static Nmcli ofThisMachine() {
    return new Nmcli("nmcli");
  }

  /** What came of a question. */
  public sealed interface Answer {}

  /**
   * It ended.
   *
   * @param exit 0 where all went well; else one of nmcli(1), "Exit status"
   * @param lines of its output, in UTF-8
   * @param error what it wrote about errors
   */
  public record Ended(int exit, List<String> lines, String error) implements Answer {
    public Ended {
      lines = List.copyOf(lines);
    }
  }

  /** There is no such program, or it can't be run. */
  public record Missing() implements Answer {}

  /**
   * It was ended, because it took too long or said too much.
   *
   * @param limit how long it may take
   */
  public record Stopped(Duration limit) implements Answer {}

  /**
   * Runs it and waits for what comes of it.
   *
   * @param limit how long it may take
   * @param input what it reads; empty for nothing
   * @param arguments what everybody may know
   */
  public Answer ask(Duration limit, String input, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", LOCALE);
    builder.environment().remove("LANGUAGE");
    try {
      return answer(builder.start(), limit, input);
    } catch (IOException _) {
      return new Missing();
    }
  }

  private static Answer answer(Process process, Duration limit, String input) {
    CompletableFuture<String> out = text(process.getInputStream());
    CompletableFuture<String> error = text(process.getErrorStream());
    try {
      write(process, input);
      long end = System.nanoTime() + limit.toNanos();
      String said = out.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      String complaint = error.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return new Ended(process.exitValue(), said.lines().toList(), complaint);
      }
    } catch (TimeoutException | ExecutionException _) {
      // Ended below.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      // What it started holds its pipes open too.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Stopped(limit);
  }

  /** The input is far smaller than a pipe, so that this never waits. */
  private static void write(Process process, String input) {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // It did not want to know.
    }
  }

  /** All that comes; fails if that is more than any such answer. */
  private static CompletableFuture<String> text(InputStream in) {
    CompletableFuture<String> text = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("nmcli")
        .daemon()
        .start(() -> {
          try {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
              text.completeExceptionally(new IOException("too much"));
            }
            text.complete(new String(bytes, StandardCharsets.UTF_8));
          } catch (IOException cut) {
            text.completeExceptionally(cut);
          }
        });
    return text;
  }

  /**
   * The fields of a line of terse output, in which colons and backslashes are written with a
   * backslash before them.
   */
  public static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ':') {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        boolean escape = c == '\\' && i + 1 < line.length();
        field.append(escape ? line.charAt(++i) : c);
      }
    }
    fields.add(field.toString());
    return List.copyOf(fields);
  }
}
