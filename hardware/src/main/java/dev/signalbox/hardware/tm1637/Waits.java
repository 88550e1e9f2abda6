package dev.signalbox.hardware.tm1637;

import java.util.concurrent.locks.LockSupport;

/** How time passes between two edges. */
interface Waits {
  /** The clock itself: it lets the processor go for long waits, and spins through short ones. */
  Waits PRECISE = Waits::pass;

  /** Waits at least so long. */
  void await(long nanos);

  private static void pass(long nanos) {
    // A thread that parks is back about this late.
    long wakeUpNanos = 100_000;
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      if (left > 2 * wakeUpNanos) {
        LockSupport.parkNanos(left - wakeUpNanos);
      } else {
        Thread.onSpinWait();
      }
    }
  }
}
