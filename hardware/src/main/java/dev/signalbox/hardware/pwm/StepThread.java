package dev.signalbox.hardware.pwm;

import dev.signalbox.core.engine.Driver;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A platform thread that does work in steps and sleeps until the next is due, or for ever if none
 * is. It begins with the first work. Its turns allocate nothing.
 */
final class StepThread implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(StepThread.class.getName());
  private static final long PAUSE_AFTER_A_DEFECT = TimeUnit.SECONDS.toNanos(1);

  private final Thread thread;
  private volatile Stepped[] works = {};
  private volatile boolean stopping;

  StepThread(String name) {
    thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  /** Does this too from now on, if it does not already. Thread: any. */
  synchronized void begin(Stepped work) {
    if (!Arrays.asList(works).contains(work)) {
      works = Stream.concat(Arrays.stream(works), Stream.of(work)).toArray(Stepped[]::new);
    }
    if (thread.getState() == Thread.State.NEW && !stopping) {
      thread.start();
    }
    wake();
  }

  /** Leaves this from now on; a step under way may go on. Thread: any. */
  synchronized void end(Stepped work) {
    works = Arrays.stream(works).filter(other -> !other.equals(work)).toArray(Stepped[]::new);
  }

  /** Has every work make a step soon. Never blocks. Thread: any. */
  void wake() {
    LockSupport.unpark(thread);
  }

  private void run() {
    while (!stopping) {
      pause(step());
    }
  }

  private long step() {
    long due = Driver.NEVER;
    for (Stepped work : works) {
      due = Math.min(due, step(work));
    }
    return due;
  }

  private static long step(Stepped work) {
    try {
      return work.step();
    } catch (RuntimeException defect) {
      LOG.log(System.Logger.Level.ERROR, "a step failed; the next is in a second", defect);
      return System.nanoTime() + PAUSE_AFTER_A_DEFECT;
    }
  }

  private void pause(long due) {
    if (due == Driver.NEVER) {
      LockSupport.park(this);
    } else {
      // Returns at once if that has passed.
      LockSupport.parkNanos(this, due - System.nanoTime());
    }
  }

  /** Ends after the step under way. Thread: any other; waits up to a second. */
  @Override
  public synchronized void close() {
    stopping = true;
    wake();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
