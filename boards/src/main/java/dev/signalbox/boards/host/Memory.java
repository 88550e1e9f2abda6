package dev.signalbox.boards.host;

import java.util.Optional;

/**
 * Main memory, by {@code /proc/meminfo}: used is what a new program could not have, so caches that
 * the kernel would give up do not count.
 */
final class Memory implements Gauge {
  private static final long LARGEST_KIB = Long.MAX_VALUE >> 10;

  private final SystemFiles files;

  Memory(SystemFiles files) {
    this.files = files;
  }

  @Override
  public void read(Readings readings) {
    Optional<Long> total = bytes("MemTotal:");
    Optional<Long> available = bytes("MemAvailable:");
    if (total.isPresent() && available.isPresent() && available.get() <= total.get()) {
      put(total.get() - available.get(), total.get(), readings);
    }
  }

  static void put(long used, long total, Readings readings) {
    readings.mebibytes("memory-used", "Memory used", used);
    readings.mebibytes("memory-total", "Memory", total);
  }

  private Optional<Long> bytes(String key) {
    return files.lines("proc/meminfo").stream()
        .filter(line -> line.startsWith(key) && line.endsWith(" kB"))
        .findFirst()
        .map(line -> line.substring(key.length(), line.length() - " kB".length()).strip())
        .flatMap(SystemFiles::parse)
        .filter(kib -> kib >= 0 && kib <= LARGEST_KIB)
        .map(kib -> kib << 10);
  }
}
