package dev.signalbox.boards.host;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How much goes in and out over each of the {@link Interfaces} (kernel documentation:
 * ABI/testing/sysfs-class-net-statistics).
 */
final class NetworkRates implements Gauge {
  /** How many interfaces are shown. */
  static final int MOST_INTERFACES = 8;

  private static final double NANOS_PER_SECOND = 1e9;

  /** Bytes since the interface came up. */
  private record Count(long received, long transmitted, long nanos) {}

  private final SystemFiles files;
  private final LongSupplier nanoTime;
  private Map<String, Count> before = Map.of();

  NetworkRates(SystemFiles files, LongSupplier nanoTime) {
    this.files = files;
    this.nanoTime = nanoTime;
  }

  @Override
  public void prepare() {
    before = counts();
  }

  @Override
  public void read(Readings readings) {
    Map<String, Count> earlier = before;
    before = counts();
    before.forEach((name, now) -> {
      Count then = earlier.get(name);
      if (then != null) {
        rates(name, then, now, readings);
      }
    });
  }

  private Map<String, Count> counts() {
    Map<String, Count> counts = new LinkedHashMap<>();
    Interfaces.up(files).forEach(name -> count(name).ifPresent(count -> counts.put(name, count)));
    return counts;
  }

  private Optional<Count> count(String name) {
    Optional<Long> received = bytes(name, "rx_bytes");
    Optional<Long> transmitted = bytes(name, "tx_bytes");
    return received.isPresent() && transmitted.isPresent()
        ? Optional.of(new Count(received.get(), transmitted.get(), nanoTime.getAsLong()))
        : Optional.empty();
  }

  private Optional<Long> bytes(String name, String file) {
    return files
        .number(Interfaces.FOLDER + name + "/statistics/" + file)
        .filter(bytes -> bytes >= 0);
  }

  private static void rates(String name, Count before, Count now, Readings readings) {
    double seconds = (now.nanos - before.nanos) / NANOS_PER_SECOND;
    long received = now.received - before.received;
    long transmitted = now.transmitted - before.transmitted;
    // A count that went down is another interface's of the same name.
    if (seconds > 0 && received >= 0 && transmitted >= 0) {
      rate(name, "receive", received / seconds, readings);
      rate(name, "transmit", transmitted / seconds, readings);
    }
  }

  private static void rate(String name, String way, double rate, Readings readings) {
    readings.number("net-" + name + "-" + way, name + " " + way, Math.rint(rate), "B/s");
  }
}
