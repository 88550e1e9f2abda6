package dev.signalbox.bench.compare;

import dev.signalbox.bench.load.Latency;
import dev.signalbox.bench.load.Stimulator;
import dev.signalbox.bench.load.Stimulus;
import java.io.IOException;
import java.time.Duration;

/** What one client is sent while something is changed. */
final class Prompted {
  private Prompted() {}

  /** Watches one client of {@code contestant} for the length of a measurement. */
  static Delivery watch(Contestant contestant, Stimulus stimulus, Duration every, Pace pace)
      throws IOException, InterruptedException {
    try (Stimulator _ = new Stimulator(stimulus, new Latency(stimulus, 1), every.toNanos())) {
      return Delivery.watch(contestant, 1, pace.settle(), pace.length());
    }
  }
}
