package dev.signalbox.hardware.figures;

import java.util.Arrays;
import java.util.Locale;

/** What several takes of one figure came to. */
public record Spread(double least, double median, double most) {
  /**
   * Sums takes up.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Spread of(double[] takes) {
    if (takes.length == 0) {
      throw new IllegalArgumentException("no takes");
    }
    double[] sorted = takes.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    return new Spread(sorted[0], (sorted[last / 2] + sorted[(last + 1) / 2]) / 2, sorted[last]);
  }

  /** The median, and in brackets the least and the most. */
  public String text(int decimals) {
    String number = "%,." + decimals + "f";
    return String.format(
        Locale.ROOT, number + " (" + number + " to " + number + ")", median, least, most);
  }
}
