package dev.signalbox.server;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.buffer.PooledByteBufAllocator;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What this process holds on to.
 *
 * @param heap bytes that are reachable
 * @param direct bytes of buffers outside the heap that are in use
 * @param files open files and sockets
 * @param objects how many there are of each kind of the server's own objects, of connections, and
 *     of timers and tasks of its event loops
 */
record Remains(long heap, long direct, long files, Map<String, Long> objects) {
  private static final double MEGABYTE = 1024 * 1024;

  /** For what comes and goes by itself. */
  private static final double MOST_HEAP_MEGABYTES = 2;

  static Remains now() {
    // A first collection may leave what only its end sets free.
    histogram();
    Map<String, Long> objects = new TreeMap<>();
    long heap = 0;
    for (String line : histogram().lines().toList()) {
      // "  12:   345   6789  java.lang.String (java.base@25)"
      String[] columns = line.strip().split("\\s+", -1);
      if (columns.length >= 4 && columns[0].endsWith(":")) {
        heap += Long.parseLong(columns[2]);
        if (isTold(columns[3])) {
          objects.put(columns[3], Long.parseLong(columns[1]));
        }
      }
    }
    long direct = PooledByteBufAllocator.DEFAULT.pinnedDirectMemory();
    return new Remains(heap, direct, openFiles(), objects);
  }

  private static boolean isTold(String type) {
    boolean isServers =
        type.startsWith("dev.signalbox.server.")
            && List.of("Follower", "Selection", "Message", "Session", "Stream", "Channel", "Frames")
                .stream()
                .anyMatch(type::endsWith);
    return isServers
        || type.endsWith(".ScheduledFutureTask")
        || (type.startsWith("io.netty.channel.") && type.endsWith("SocketChannel"));
  }

  private static String histogram() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException fault) {
      throw new AssertionError(fault);
    }
  }

  private static long openFiles() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return system instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0;
  }

  /** What there is more of than before; empty if nothing is left behind. */
  List<String> beyond(Remains before) {
    List<String> more = new ArrayList<>(objectsBeyond(before));
    if ((heap - before.heap) / MEGABYTE > MOST_HEAP_MEGABYTES) {
      more.add("heap %.1f MB".formatted((heap - before.heap) / MEGABYTE));
    }
    if (direct > before.direct) {
      more.add("direct " + (direct - before.direct) + " bytes");
    }
    if (files > before.files) {
      more.add("files " + (files - before.files));
    }
    return more;
  }

  /** The same of objects alone. */
  List<String> objectsBeyond(Remains before) {
    List<String> more = new ArrayList<>();
    objects.forEach((type, count) -> {
      long were = before.objects.getOrDefault(type, 0L);
      if (count > were) {
        more.add(type + " " + (count - were));
      }
    });
    return more;
  }
}
