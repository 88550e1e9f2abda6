package dev.signalbox.acceptance;

import java.util.Arrays;
import java.util.Locale;

/** What was measured, told on one line each. */
final class Figures {
  private Figures() {}

  static void tell(String what, double value, String unit) {
    System.out.println(String.format(Locale.ROOT, "figure: %s: %.1f %s", what, value, unit));
  }

  /** The value that half of them do not exceed. */
  static double median(double... values) {
    return share(0.5, values);
  }

  /**
   * The smallest value that this share of them does not exceed.
   *
   * @param share above 0, up to 1
   */
  static double share(double share, double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
