package dev.signalbox.hardware.pwm;

import dev.signalbox.hardware.gpio.AtTheEnd;
import java.time.Duration;

/**
 * How a PWM channel of the kernel is used.
 *
 * @param period 1 µs to 1 s
 * @param inversed whether the line is low while it is on; not every chip can do that
 * @param takeOver whether a channel that is exported already is used nevertheless; see {@link
 *     SysfsPwm}
 */
public record SysfsPwmSettings(
    Duration period, boolean inversed, Curve curve, AtTheEnd atTheEnd, boolean takeOver) {
  private static final Duration SHORTEST = Duration.ofNanos(1_000);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  /** 1 kHz, high while it is on, looks as bright as the percent says, goes off with the hub. */
  public static final SysfsPwmSettings DEFAULT =
      new SysfsPwmSettings(Duration.ofMillis(1), false, Curve.LIGHTNESS, AtTheEnd.OFF, true);

  /**
   * @throws IllegalArgumentException if {@code period} is out of range
   */
  public SysfsPwmSettings {
    if (period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("PWM period " + period + " must be 1 µs to 1 s");
    }
  }

  String polarity() {
    return inversed ? "inversed" : "normal";
  }
}
