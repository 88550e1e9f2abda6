package dev.signalbox.bench.compare;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param rounds in each of which every contestant has its turn
 * @param warmUp of a program that compiles itself while it runs
 * @param settle after the clients have come, before a measurement
 * @param length of a measurement
 */
record Pace(int rounds, Duration warmUp, Duration settle, Duration length) {
  /** For figures that are to be written down. */
  static final Pace FULL =
      new Pace(5, Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(5));

  /** To see that everything works, in seconds. */
  static final Pace SHORT =
      new Pace(1, Duration.ofMillis(500), Duration.ofMillis(200), Duration.ofMillis(500));
}
