package dev.signalbox.server;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import dev.signalbox.wire.MetricsText;
import dev.signalbox.wire.MetricsText.Kind;
import io.netty.util.internal.PlatformDependent;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/** What the process takes of its machine, by the names that monitoring knows from elsewhere. */
final class ProcessFigures {
  private static final double MS_PER_SECOND = 1e3;
  private static final double NANOS_PER_SECOND = 1e9;

  private ProcessFigures() {}

  static void write(MetricsText text) {
    text.family("process_start_time_seconds", Kind.GAUGE, "When it started, since the Unix epoch.")
        .sample(ManagementFactory.getRuntimeMXBean().getStartTime() / MS_PER_SECOND);
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      text.family("process_cpu_seconds", Kind.COUNTER, "Processor time that it took.")
          .sample(Math.max(0, system.getProcessCpuTime()) / NANOS_PER_SECOND);
    }
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
      text.family("process_open_fds", Kind.GAUGE, "Open file descriptors.")
          .sample(system.getOpenFileDescriptorCount());
      text.family("process_max_fds", Kind.GAUGE, "File descriptors that it may open.")
          .sample(system.getMaxFileDescriptorCount());
    }
    text.family("jvm_threads_current", Kind.GAUGE, "Threads, but for virtual ones.")
        .sample(ManagementFactory.getThreadMXBean().getThreadCount());
    memory(text);
  }

  private static void memory(MetricsText text) {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    text.family("jvm_memory_used_bytes", Kind.GAUGE, "Memory in use.")
        .sample(heap.getUsed(), "area", "heap")
        .sample(direct(), "area", "direct");
    text.family("jvm_memory_max_bytes", Kind.GAUGE, "Memory that can come into use.")
        .sample(heap.getMax(), "area", "heap")
        .sample(PlatformDependent.maxDirectMemory(), "area", "direct");
  }

  /** Netty counts what it takes past Java's own pools. */
  private static long direct() {
    long pooled =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    return pooled + Math.max(0, PlatformDependent.usedDirectMemory());
  }
}
