package dev.signalbox.core.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Ends drivers side by side, so that one that takes its time holds up no other. */
final class DriverEnds {
  private DriverEnds() {}

  /**
   * Waits until all have ended, at most that long. One that takes longer goes on by itself.
   *
   * @param ends ends one driver each, and throws nothing
   */
  static void await(Collection<Runnable> ends, Duration longest) {
    long last = System.nanoTime() + longest.toNanos();
    List<Thread> threads =
        ends.stream().map(end -> Thread.ofVirtual().name("driver-end").start(end)).toList();
    try {
      for (Thread thread : threads) {
        thread.join(Duration.ofNanos(Math.max(0, last - System.nanoTime())));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
