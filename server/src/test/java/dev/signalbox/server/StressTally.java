package dev.signalbox.server;

import java.util.concurrent.atomic.LongAdder;

/** How much of what a stress test is for has happened. Thread: any. */
final class StressTally {
  final LongAdder streams = new LongAdder();
  final LongAdder cuts = new LongAdder();
  final LongAdder stops = new LongAdder();
  final LongAdder changes = new LongAdder();
  final LongAdder folded = new LongAdder();
  final LongAdder looks = new LongAdder();
  final LongAdder lagged = new LongAdder();
  final LongAdder resets = new LongAdder();

  @Override
  public String toString() {
    return "%,d streams, %,d cut or left, %,d stops, %,d changes told, %,d folded, %,d lagged, "
            .formatted(
                streams.sum(), cuts.sum(), stops.sum(), changes.sum(), folded.sum(), lagged.sum())
        + "%,d resets, %,d states compared".formatted(resets.sum(), looks.sum());
  }
}
