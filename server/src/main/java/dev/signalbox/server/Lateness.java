package dev.signalbox.server;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * How late the event loops come to what they do every second, all of them together: what anybody
 * waits who just then wants something of one. Thread: any.
 */
final class Lateness {
  private final LongAdder turns = new LongAdder();
  private final LongAdder lateNanos = new LongAdder();
  private final LongAccumulator latestNanos = new LongAccumulator(Long::max, 0);

  /** Notes one turn that came {@code nanos} after it was due; before is as good as in time. */
  void note(long nanos) {
    long late = Math.max(0, nanos);
    turns.increment();
    lateNanos.add(late);
    latestNanos.accumulate(late);
  }

  long turns() {
    return turns.sum();
  }

  long lateNanos() {
    return lateNanos.sum();
  }

  /** The latest that any turn came. */
  long latestNanos() {
    return latestNanos.get();
  }
}
