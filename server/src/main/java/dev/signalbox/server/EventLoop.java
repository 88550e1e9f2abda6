package dev.signalbox.server;

import io.vertx.core.Context;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * One event loop, and the time as everything on it sees it.
 *
 * @param nanoClock the monotonic clock
 * @param clock the wall clock
 */
record EventLoop(Context context, LongSupplier nanoClock, InstantSource clock) {
  /** Runs {@code task} on this loop, later. Thread: any. */
  void run(Runnable task) {
    context.runOnContext(_ -> task.run());
  }

  /** The monotonic clock. */
  long nanos() {
    return nanoClock.getAsLong();
  }

  /** The wall clock, in milliseconds since the Unix epoch. */
  long epochMs() {
    return clock.millis();
  }
}
