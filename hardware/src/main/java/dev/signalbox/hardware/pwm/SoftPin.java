package dev.signalbox.hardware.pwm;

import dev.signalbox.hardware.gpio.AtTheEnd;

/**
 * One line that is dimmed by software.
 *
 * @param phase when its period begins, 0 to 99 percent of a period after that of the others: lines
 *     with different phases do not draw their current all at once, but take a write each
 * @param atTheEnd {@link AtTheEnd#KEEP} keeps what is steady, 0 or 100 percent; what is between
 *     needs the hub and goes off without it
 */
public record SoftPin(Curve curve, int phase, AtTheEnd atTheEnd) {
  /** Looks as bright as the percent says, begins with the others, and goes off with the hub. */
  public static final SoftPin DEFAULT = new SoftPin(Curve.LIGHTNESS, 0, AtTheEnd.OFF);

  /**
   * @throws IllegalArgumentException if {@code phase} is out of range
   */
  public SoftPin {
    if (phase < 0 || phase > 99) {
      throw new IllegalArgumentException("phase " + phase + " must be 0 to 99");
    }
  }
}
