package dev.signalbox.bench.compare;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param rounds in each of which every contestant has its turn
 * @param warmUp of a program that compiles itself while it runs
 * @param settle after the clients have come, before a measurement
 * @param length of a measurement
 * @param fewer by how much clients are fewer than they should be
 */
record Pace(int rounds, Duration warmUp, Duration settle, Duration length, int fewer) {
  /** For figures that are to be written down. */
  static final Pace FULL =
      new Pace(5, Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(5), 1);

  /** To see that everything works, in seconds. */
  static final Pace SHORT =
      new Pace(1, Duration.ofMillis(500), Duration.ofMillis(200), Duration.ofMillis(500), 20);

  private static final Duration LEAST_WITH_LATENCY = Duration.ofSeconds(1);
  private static final Duration HEARTBEATS = Duration.ofMinutes(1);

  /** The same with that many rounds. */
  Pace rounds(int wanted) {
    return new Pace(wanted, warmUp, settle, length, fewer);
  }

  /** How many clients come where there should be {@code wanted}. */
  int clients(int wanted) {
    return Math.max(1, wanted / fewer);
  }

  /** The length of a measurement of latencies, which needs many values. */
  Duration latencyLength() {
    return fewer > 1 ? LEAST_WITH_LATENCY : length.multipliedBy(2);
  }

  /** The length of a measurement of what hardly happens: several heartbeats. */
  Duration idleLength() {
    return fewer > 1 ? length : HEARTBEATS;
  }
}
