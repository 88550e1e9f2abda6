package dev.signalbox.app.cli;

import java.time.Duration;

/** How long a command goes on: {@code --for}. */
final class HoldTime {
  private static final Duration LEAST = Duration.ofMillis(1);
  private static final Duration MOST = Duration.ofHours(24);

  private HoldTime() {}

  /**
   * The same, if it is in range.
   *
   * @throws IllegalArgumentException if it is not
   */
  static Duration checked(Duration time) {
    if (time.compareTo(LEAST) < 0 || time.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("--for must be 1ms to 24h");
    }
    return time;
  }
}
