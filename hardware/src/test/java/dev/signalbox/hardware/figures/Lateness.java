package dev.signalbox.hardware.figures;

/**
 * How late software PWM was.
 *
 * @param instants a second at which it wrote
 * @param processor its thread's part of one
 * @param mostNanos what 99 % of the instants were late at most
 * @param worstNanos what the worst was late
 */
record Lateness(double instants, double processor, long mostNanos, long worstNanos) {
  /**
   * @param sorted how late each instant was, in nanoseconds, the least first
   */
  static Lateness of(long[] sorted, double seconds, double processor) {
    if (sorted.length == 0) {
      return new Lateness(0, processor, 0, 0);
    }
    int most = (int) Math.ceil(0.99 * sorted.length) - 1;
    return new Lateness(
        sorted.length / seconds, processor, sorted[most], sorted[sorted.length - 1]);
  }
}
