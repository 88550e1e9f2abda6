package dev.signalbox.server;

import io.netty.util.internal.PlatformDependent;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;

/**
 * The memory that this process holds on to.
 *
 * @param heap bytes that are reachable
 * @param direct bytes outside the heap that the server's framework has taken
 */
record Memory(long heap, long direct) {
  private static final double MEGABYTE = 1024 * 1024;

  static Memory now() {
    System.gc();
    System.gc();
    return new Memory(afterCollection(), Math.max(0, PlatformDependent.usedDirectMemory()));
  }

  /** What was left of the heap by the last collection; threads have taken room for more since. */
  private static long afterCollection() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getCollectionUsage)
        .filter(Objects::nonNull)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  Memory since(Memory earlier) {
    return new Memory(heap - earlier.heap, direct - earlier.direct);
  }

  /** This or the other, whichever has less heap. */
  Memory lesser(Memory other) {
    return heap <= other.heap ? this : other;
  }

  double heapMegabytes() {
    return heap / MEGABYTE;
  }

  double directMegabytes() {
    return direct / MEGABYTE;
  }

  @Override
  public String toString() {
    return "%.1f MB heap, %.1f MB direct".formatted(heapMegabytes(), directMegabytes());
  }
}
