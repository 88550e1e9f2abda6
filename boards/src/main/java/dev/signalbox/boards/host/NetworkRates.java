package dev.signalbox.boards.host;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How much goes in and out over each network interface that is up, loopback apart, by {@code
 * /sys/class/net} (kernel documentation: ABI/testing/sysfs-class-net). Of many interfaces, the
 * eight first: those with hardware behind them before those that software made.
 */
final class NetworkRates implements Gauge {
  /** How many interfaces are shown. */
  static final int MOST_INTERFACES = 8;

  private static final String FOLDER = "sys/class/net/";
  private static final double NANOS_PER_SECOND = 1e9;

  // linux/if.h
  private static final long IFF_UP = 0x1;
  private static final long IFF_LOOPBACK = 0x8;

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
    interfaces().forEach(name -> count(name).ifPresent(count -> counts.put(name, count)));
    return counts;
  }

  private List<String> interfaces() {
    return files.names(FOLDER).stream()
        .filter(this::isUp)
        .sorted(Comparator.comparing(name -> !files.exists(FOLDER + name + "/device")))
        .limit(MOST_INTERFACES)
        .toList();
  }

  private boolean isUp(String name) {
    long flags =
        files
            .text(FOLDER + name + "/flags")
            .filter(text -> text.matches("0x[0-9a-fA-F]{1,8}"))
            .map(text -> Long.parseLong(text.substring(2), 16))
            .orElse(0L);
    String state = files.text(FOLDER + name + "/operstate").orElse("");
    // "unknown" is what a driver says that can't tell: a tunnel, say.
    return (flags & IFF_UP) != 0
        && (flags & IFF_LOOPBACK) == 0
        && (state.equals("up") || state.equals("unknown"));
  }

  private Optional<Count> count(String name) {
    Optional<Long> received = bytes(name, "rx_bytes");
    Optional<Long> transmitted = bytes(name, "tx_bytes");
    return received.isPresent() && transmitted.isPresent()
        ? Optional.of(new Count(received.get(), transmitted.get(), nanoTime.getAsLong()))
        : Optional.empty();
  }

  private Optional<Long> bytes(String name, String file) {
    return files.number(FOLDER + name + "/statistics/" + file).filter(bytes -> bytes >= 0);
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
