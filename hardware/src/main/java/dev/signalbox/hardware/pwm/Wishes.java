package dev.signalbox.hardware.pwm;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * For how many steps of the period each line of a bank is to be on, and which lines that is news
 * for. Thread: any sets, the bank's takes. Nothing here waits or allocates.
 */
final class Wishes {
  private static final int NONE = -1;

  private final AtomicIntegerArray lit;
  private final AtomicLong news = new AtomicLong();

  Wishes(int lines) {
    lit = new AtomicIntegerArray(lines);
    for (int line = 0; line < lines; line++) {
      lit.set(line, NONE);
    }
  }

  /** Returns whether that is another wish than before. */
  boolean set(int line, int steps) {
    boolean differs = lit.getAndSet(line, steps) != steps;
    if (differs) {
      renew(1L << line);
    }
    return differs;
  }

  /** Whether there is one for each line. */
  boolean areComplete() {
    for (int line = 0; line < lit.length(); line++) {
      if (lit.get(line) == NONE) {
        return false;
      }
    }
    return true;
  }

  /** Makes the wishes for these lines news again. */
  void renew(long lines) {
    news.accumulateAndGet(lines, (all, more) -> all | more);
  }

  /** The lines with news. */
  long news() {
    return news.get();
  }

  /** What is wished for these lines is no news any more; to be read after this, not before. */
  void taken(long lines) {
    news.accumulateAndGet(lines, (all, fewer) -> all & ~fewer);
  }

  int lit(int line) {
    return lit.get(line);
  }

  /** The lines that are to be on all the time. */
  long steady(int steps) {
    long on = 0;
    for (int line = 0; line < lit.length(); line++) {
      if (lit.get(line) == steps) {
        on |= 1L << line;
      }
    }
    return on;
  }
}
