package dev.signalbox.hardware.pwm;

/** What share of the time a line is on at the percent that people set. A pure function. */
public enum Curve {
  /** As much as the percent says: for motors, heaters, and whatever is measured. */
  LINEAR,

  /**
   * As much light as looks like that percent of full light: the luminance of that lightness L* in
   * CIE 1931 terms (CIE 15, L* = 116·∛Y − 16, and L* = 24389/27·Y up to 8). Half looks like half,
   * which is 18 % of the light.
   */
  LIGHTNESS;

  private static final int LINEAR_UP_TO = 8;

  /**
   * The duty cycle: 0 for 0, 1 for 100, and more for more.
   *
   * @param percent 0 to 100
   * @throws IllegalArgumentException if {@code percent} is out of range
   */
  public double duty(int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("percent " + percent + " must be 0 to 100");
    }
    return switch (this) {
      case LINEAR -> percent / 100.0;
      case LIGHTNESS -> luminance(percent);
    };
  }

  private static double luminance(int lightness) {
    if (lightness <= LINEAR_UP_TO) {
      return lightness * 27 / 24_389.0;
    }
    double root = (lightness + 16) / 116.0;
    return root * root * root;
  }

  /**
   * The duty cycle in steps of a period, to the nearest. What is neither 0 nor 100 percent is never
   * none and never all of them, so that the dimmest is not dark.
   *
   * @param steps of the whole period, at least 2
   */
  long lit(int percent, long steps) {
    double duty = duty(percent);
    if (duty == 0 || duty == 1) {
      return percent == 0 ? 0 : steps;
    }
    return Math.clamp(Math.round(duty * steps), 1, steps - 1);
  }
}
