package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built program, as the script {@code signalbox} starts it. */
final class Program {
  /** The checkout. */
  static final Path ROOT = Path.of(required("signalbox.root")).toAbsolutePath().normalize();

  private static final int PATIENCE_SECONDS = 30;

  /**
   * What a shell runs in the background ignores SIGINT, and so does all that is started by it,
   * unless this comes before the command.
   */
  private static final List<String> HEEDING_INTERRUPTS =
      ignoresInterrupts() ? List.of("env", "--default-signal=INT") : List.of();

  /** A run that has ended. */
  record Ended(int code, List<String> out, List<String> err) {}

  private Program() {}

  private static boolean ignoresInterrupts() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("SigIgn:"))
          .anyMatch(line -> line.matches(".*[2367abefABEF]"));
    } catch (IOException _) {
      return false;
    }
  }

  /** What the build says by a system property. */
  static String required(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("the system property " + property + " is not set");
    }
    return value;
  }

  /** The script with these arguments, ready to be started in {@code folder}. */
  static ProcessBuilder with(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(HEEDING_INTERRUPTS);
    command.add(ROOT.resolve("signalbox").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("SIGNALBOX_NO_BUILD", "1");
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    return builder;
  }

  /** Runs it in {@code folder} until it ends by itself. */
  static Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
    return ended(with(folder, arguments));
  }

  /** Runs any command to its end. */
  static Ended ended(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    try {
      Lines out = Lines.of(process.getInputStream());
      Lines err = Lines.of(process.getErrorStream());
      assertTrue(
          process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS),
          () -> "still runs: " + builder.command());
      return new Ended(process.exitValue(), out.all(), err.all());
    } finally {
      process.destroyForcibly();
    }
  }
}
