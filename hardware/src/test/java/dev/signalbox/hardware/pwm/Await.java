package dev.signalbox.hardware.pwm;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what another thread does. */
final class Await {
  private static final Duration GENEROUS = Duration.ofSeconds(60);

  private Await() {}

  /**
   * Returns once {@code condition} holds.
   *
   * @throws AssertionError if it does not in a minute
   */
  static void until(Callable<Boolean> condition) throws Exception {
    long start = System.nanoTime();
    while (!condition.call()) {
      if (System.nanoTime() - start > GENEROUS.toNanos()) {
        throw new AssertionError("waited for a minute");
      }
      Thread.onSpinWait();
    }
  }
}
