package dev.signalbox.boards.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How busy the processors were since the last reading, all together: the share of time that was not
 * idle, by the first line of {@code /proc/stat} (proc_stat(5)).
 */
final class ProcessorLoad implements Gauge {
  private static final int IDLE = 3;
  private static final int WAITING_FOR_DISK = 4;

  /** From here on the fields are contained in earlier ones. */
  private static final int FIELDS = 8;

  /** More than any machine has been on, and few enough to be added up. */
  private static final long MOST_TICKS = 1L << 55;

  /** Processor time since the machine started, in clock ticks. */
  private record Ticks(long idle, long all) {}

  private final SystemFiles files;
  private Optional<Ticks> before = Optional.empty();

  ProcessorLoad(SystemFiles files) {
    this.files = files;
  }

  @Override
  public void prepare() {
    before = ticks();
  }

  @Override
  public void read(Readings readings) {
    Optional<Ticks> now = ticks();
    if (before.isPresent() && now.isPresent()) {
      load(before.get(), now.get(), readings);
    }
    before = now;
  }

  private static void load(Ticks before, Ticks now, Readings readings) {
    double all = now.all - before.all;
    double idle = now.idle - before.idle;
    if (all > 0 && idle >= 0 && idle <= all) {
      readings.tenths("cpu-load", "CPU load", 100 * (all - idle) / all, "%");
    }
  }

  private Optional<Ticks> ticks() {
    return files.lines("proc/stat").stream().findFirst().flatMap(ProcessorLoad::ticks);
  }

  private static Optional<Ticks> ticks(String line) {
    String[] fields = line.split(" +", FIELDS + 2);
    if (!fields[0].equals("cpu") || fields.length <= FIELDS) {
      return Optional.empty();
    }
    List<Long> ticks = new ArrayList<>();
    for (int i = 1; i <= FIELDS; i++) {
      SystemFiles.parse(fields[i])
          .filter(count -> count >= 0 && count <= MOST_TICKS)
          .ifPresent(ticks::add);
    }
    return ticks.size() < FIELDS
        ? Optional.empty()
        : Optional.of(
            new Ticks(
                ticks.get(IDLE) + ticks.get(WAITING_FOR_DISK),
                ticks.stream().mapToLong(Long::longValue).sum()));
  }
}
