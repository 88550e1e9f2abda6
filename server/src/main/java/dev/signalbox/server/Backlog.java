package dev.signalbox.server;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one event loop has handed to another and is not yet done.
 *
 * <p>When too much waits, all that comes is left out until the other loop has done what it has;
 * only then is it told, once, that something is missing. So that word comes after everything that
 * was left out, on both loops: what the other asks for because of it is looked up later still, and
 * what was looked up earlier, and may be out of date by what was left out, arrives before it.
 */
final class Backlog {
  private static final int MOST_WAITING = 1_000;

  // Any thread.
  private final EventLoop from;
  private final EventLoop to;
  private final Runnable missing;
  private final AtomicInteger waiting = new AtomicInteger();

  // The loop that hands over.
  private boolean leavesOut;

  /**
   * @param from the loop that hands over
   * @param missing done on {@code to} after something was left out
   */
  Backlog(EventLoop from, EventLoop to, Runnable missing) {
    this.from = from;
    this.to = to;
    this.missing = missing;
  }

  /** Has the other loop do that, or leaves it out. Thread: the loop that hands over. */
  void post(Runnable task) {
    if (!leavesOut && waiting.get() >= MOST_WAITING) {
      leavesOut = true;
      to.run(() -> from.run(this::done));
    }
    if (!leavesOut) {
      waiting.incrementAndGet();
      to.run(() -> {
        waiting.decrementAndGet();
        task.run();
      });
    }
  }

  /** Whether what comes now is left out. Thread: the loop that hands over. */
  boolean leavesOut() {
    return leavesOut;
  }

  /** All is done that waited; on the loop that hands over. */
  private void done() {
    leavesOut = false;
    to.run(missing);
  }
}
