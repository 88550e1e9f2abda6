package dev.signalbox.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The lines that a process writes, taken as they come so that it never waits. Thread: any. */
final class Lines {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final List<String> lines = new ArrayList<>();
  private boolean ended;

  private Lines() {}

  /** Begins to read. */
  static Lines of(InputStream in) {
    Lines lines = new Lines();
    Thread.ofVirtual().name("lines").start(() -> lines.read(in));
    return lines;
  }

  private void read(InputStream in) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        add(line);
      }
    } catch (IOException _) {
      // The process was ended.
    } finally {
      end();
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /**
   * Waits for the first line that is {@code wanted}; empty if the lines end or none comes in time.
   */
  synchronized Optional<String> await(Predicate<String> wanted, long nanos)
      throws InterruptedException {
    OptionalInt place = await(0, wanted, nanos);
    return place.isPresent() ? Optional.of(lines.get(place.getAsInt())) : Optional.empty();
  }

  /** Waits in the same way for a line from number {@code first} on, and tells its number. */
  synchronized OptionalInt await(int first, Predicate<String> wanted, long nanos)
      throws InterruptedException {
    long deadline = System.nanoTime() + nanos;
    for (int next = first; ; next++) {
      while (next >= lines.size()) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (ended || left <= 0) {
          return OptionalInt.empty();
        }
        wait(left);
      }
      if (wanted.test(lines.get(next))) {
        return OptionalInt.of(next);
      }
    }
  }

  /** All lines, once the process has ended. */
  List<String> all() throws InterruptedException {
    if (await(_ -> false, PATIENCE_NANOS).isPresent() || !hasEnded()) {
      throw new AssertionError("the process is gone, but its output does not end: " + soFar());
    }
    return soFar();
  }

  private synchronized boolean hasEnded() {
    return ended;
  }

  /** The lines that came until now. */
  synchronized List<String> soFar() {
    return List.copyOf(lines);
  }
}
