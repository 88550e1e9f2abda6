package dev.signalbox.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another thread, another program or the kernel does. */
public final class Until {
  private static final Duration GENEROUS = Duration.ofSeconds(60);
  private static final long PAUSE_NANOS = 500_000;

  /** What is waited for. */
  @FunctionalInterface
  public interface Condition<X extends Exception> {
    boolean holds() throws X;
  }

  private Until() {}

  /**
   * Returns once {@code condition} holds.
   *
   * @throws AssertionError if it does not in a minute
   */
  public static <X extends Exception> void holds(String what, Condition<X> condition) throws X {
    long start = System.nanoTime();
    while (!condition.holds()) {
      if (System.nanoTime() - start > GENEROUS.toNanos()) {
        throw new AssertionError("waited for a minute: " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
