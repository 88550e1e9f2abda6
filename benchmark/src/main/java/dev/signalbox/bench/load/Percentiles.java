package dev.signalbox.bench.load;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long something took, in nanoseconds: half of the time, in 90 and 99 of 100, and at most.
 *
 * @param count of how many values; if it is 0, so are the others
 */
public record Percentiles(long count, long p50, long p90, long p99, long most) {
  static Percentiles of(Histogram histogram) {
    return new Percentiles(
        histogram.getTotalCount(),
        histogram.getValueAtPercentile(50),
        histogram.getValueAtPercentile(90),
        histogram.getValueAtPercentile(99),
        histogram.getMaxValue());
  }

  /** For people: {@code 50 % 1.2 ms, 90 % …}. */
  @Override
  public String toString() {
    return "50 %% %s, 90 %% %s, 99 %% %s, most %s"
        .formatted(shown(p50), shown(p90), shown(p99), shown(most));
  }

  private static String shown(long nanos) {
    double ms = (double) nanos / TimeUnit.MILLISECONDS.toNanos(1);
    return String.format(Locale.ROOT, ms < 10 ? "%.2f ms" : ms < 100 ? "%.1f ms" : "%.0f ms", ms);
  }
}
