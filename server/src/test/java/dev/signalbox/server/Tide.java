package dev.signalbox.server;

import java.util.concurrent.TimeUnit;

/** A number that only rises, and those who wait for it. Thread: any. */
final class Tide {
  private static final long PATIENCE_SECONDS = 60;

  private long level;

  synchronized long level() {
    return level;
  }

  synchronized void riseTo(long to) {
    if (to > level) {
      level = to;
      notifyAll();
    }
  }

  /** Nobody has to wait for it any more. */
  void flood() {
    riseTo(Long.MAX_VALUE);
  }

  /** Returns once it is this high; waits a minute at most. */
  synchronized void await(long high) {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (level < high) {
      long left = TimeUnit.NANOSECONDS.toMillis(giveUp - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("waited in vain for " + high + ", it is " + level);
      }
      try {
        wait(left);
      } catch (InterruptedException fault) {
        throw new AssertionError(fault);
      }
    }
  }
}
