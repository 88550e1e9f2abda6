package dev.signalbox.hardware.gpio;

/**
 * How an output is wired.
 *
 * @param consumer who uses it, for others to see; 1 to 31 bytes of UTF-8
 * @param activeLow whether it is on while the line is low
 */
public record OutputSettings(
    String consumer, boolean activeLow, Drive drive, Bias bias, AtTheEnd atTheEnd) {
  /** Push-pull, on while high, off at the end. */
  public static OutputSettings plain(String consumer) {
    return new OutputSettings(consumer, false, Drive.PUSH_PULL, Bias.AS_IS, AtTheEnd.OFF);
  }

  /** What a line is used as that is wired so, and is at first {@code active}. */
  public LineConfig.Output config(boolean active) {
    return new LineConfig.Output(drive, bias, active, activeLow);
  }
}
