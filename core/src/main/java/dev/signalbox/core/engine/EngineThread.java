package dev.signalbox.core.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The thread {@code state-engine}: takes one turn of an engine after the other. */
public final class EngineThread implements AutoCloseable {
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final StateEngine engine;
  private final Thread thread;
  private volatile boolean stopping;

  private EngineThread(StateEngine engine) {
    this.engine = engine;
    this.thread = Thread.ofPlatform().name("state-engine").daemon().unstarted(this::run);
  }

  /** Starts to run {@code engine}, which nobody else may step. */
  public static EngineThread start(StateEngine engine) {
    EngineThread started = new EngineThread(engine);
    engine.onInbound(() -> LockSupport.unpark(started.thread));
    started.thread.start();
    return started;
  }

  private void run() {
    try {
      takeTurns();
    } catch (Throwable defect) {
      // Nobody owns the state any more: whoever asks is refused, and whoever watches is told.
      System.getLogger(EngineThread.class.getName())
          .log(System.Logger.Level.ERROR, "the engine failed; the hub takes no commands", defect);
      engine.close();
      throw defect;
    }
  }

  private void takeTurns() {
    while (!stopping) {
      long due = engine.step(System.nanoTime());
      if (!stopping && !engine.hasInbound()) {
        LockSupport.parkNanos(this, pause(due));
      }
    }
  }

  private static long pause(long due) {
    return due == Driver.NEVER
        ? LONGEST_PAUSE_NANOS
        : Math.clamp(due - System.nanoTime(), 0, LONGEST_PAUSE_NANOS);
  }

  /** Ends after the turn under way, and closes the engine. Thread: any other. */
  @Override
  public void close() {
    stopping = true;
    LockSupport.unpark(thread);
    try {
      thread.join(TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    engine.close();
  }
}
