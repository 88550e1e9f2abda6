package dev.signalbox.bench.compare;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** What repeated measurements gave. */
record Spread(double least, double median, double most) {
  /**
   * @throws IllegalArgumentException if there are none
   */
  static Spread of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(sorted[0], median, Arrays.stream(sorted).max().orElseThrow());
  }

  /** A number for a table. */
  static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** The median, and in brackets the least and the most where they differ. */
  String text(int decimals) {
    String middle = number(median, decimals);
    return least == most
        ? middle
        : middle + " (" + number(least, decimals) + " to " + number(most, decimals) + ")";
  }
}
