package dev.signalbox.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program that runs beside the hub, and what it says line by line. Thread: the test's. */
final class Script implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final int END_SECONDS = 10;

  private final Process process;
  private final Lines out;
  private final Lines err;
  private int heard;

  private Script(Process process) {
    this.process = process;
    this.out = Lines.of(process.getInputStream());
    this.err = Lines.of(process.getErrorStream());
  }

  static Script start(ProcessBuilder program) throws IOException {
    return new Script(program.start());
  }

  /** Waits until it says exactly that, after what was waited for before. */
  void says(String line) throws InterruptedException {
    says(line, line::equals);
  }

  /** Waits until it says a line that begins so, and returns that. */
  String saysFrom(String beginning) throws InterruptedException {
    return says(beginning, line -> line.startsWith(beginning));
  }

  private String says(String what, Predicate<String> wanted) throws InterruptedException {
    OptionalInt place = out.await(heard, wanted, PATIENCE_NANOS);
    if (place.isEmpty()) {
      throw new AssertionError("does not say '" + what + "' after line " + heard + ": " + this);
    }
    heard = place.getAsInt() + 1;
    return said().get(place.getAsInt());
  }

  /** From now on only what it says later counts. */
  void forget() {
    heard = said().size();
  }

  /** All that it said until now. */
  List<String> said() {
    return out.soFar();
  }

  /** Writes a line to its input. */
  void tell(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().orTimeout(END_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public String toString() {
    return "script " + process.pid() + ", said " + said() + ", complained " + err.soFar();
  }
}
