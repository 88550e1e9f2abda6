package dev.signalbox.boards;

import java.time.Duration;

/**
 * How the machine's own figures are read.
 *
 * @param interval from one reading to the next, 1 s to a day
 */
public record HostSettings(Duration interval) {
  /** Every five seconds. */
  public static final HostSettings DEFAULT = new HostSettings(Duration.ofSeconds(5));

  /**
   * @throws IllegalArgumentException if the interval is out of range
   */
  public HostSettings {
    Check.duration("reading interval", interval, Duration.ofSeconds(1), Duration.ofDays(1));
  }
}
