package dev.signalbox.boards.host;

/** How many tasks ran or waited to, over the last minute, by {@code /proc/loadavg}. */
final class LoadAverage implements Gauge {
  private final SystemFiles files;

  LoadAverage(SystemFiles files) {
    this.files = files;
  }

  @Override
  public void read(Readings readings) {
    String first = files.text("proc/loadavg").orElse("").split(" ", 2)[0];
    if (first.matches("[0-9]{1,9}\\.[0-9]{1,9}")) {
      put(Double.parseDouble(first), readings);
    }
  }

  /** The figure to a hundredth, as the kernel gives it. */
  static void put(double load, Readings readings) {
    readings.number("load-average", "Load average", Math.round(load * 100) / 100.0, "");
  }
}
