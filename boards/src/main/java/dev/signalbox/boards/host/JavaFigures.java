package dev.signalbox.boards.host;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Load and memory where there are no proc files: what the Java runtime can tell of its system. */
final class JavaFigures implements Gauge {
  /** The first answer to this question is none; later ones are about the time since. */
  @Override
  public void prepare() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      var _ = system.getCpuLoad();
    }
  }

  @Override
  public void read(Readings readings) {
    if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
      return;
    }
    double load = system.getCpuLoad();
    if (load >= 0) {
      readings.tenths("cpu-load", "CPU load", 100 * load, "%");
    }
    if (system.getSystemLoadAverage() >= 0) {
      LoadAverage.put(system.getSystemLoadAverage(), readings);
    }
    long total = system.getTotalMemorySize();
    long free = system.getFreeMemorySize();
    if (total > 0 && free >= 0 && free <= total) {
      Memory.put(total - free, total, readings);
    }
  }
}
