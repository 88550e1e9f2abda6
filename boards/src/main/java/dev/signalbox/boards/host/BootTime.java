package dev.signalbox.boards.host;

import java.util.Optional;

/**
 * When the machine started, by {@code /proc/stat}. It is told as an instant and not as an uptime,
 * so that it changes only where the wall clock was set.
 */
final class BootTime implements Gauge {
  private static final String KEY = "btime ";
  private static final double MS_PER_SECOND = 1_000;

  private final SystemFiles files;

  BootTime(SystemFiles files) {
    this.files = files;
  }

  @Override
  public void read(Readings readings) {
    seconds()
        .ifPresent(
            seconds -> readings.number("booted-at", "Booted", seconds * MS_PER_SECOND, "epoch-ms"));
  }

  private Optional<Long> seconds() {
    return files.lines("proc/stat").stream()
        .filter(line -> line.startsWith(KEY))
        .findFirst()
        .flatMap(line -> SystemFiles.parse(line.substring(KEY.length())))
        .filter(seconds -> seconds > 0 && seconds < 1L << 40);
  }
}
