package dev.signalbox.boards.host;

import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Sensor;
import dev.signalbox.core.model.Text;
import dev.signalbox.testkit.SteppedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The proc and sys files of a Linux machine in a folder, and what is read of them. */
public final class RecordedMachine {
  /** The files of a small computer with one wired interface, by path. */
  public static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry(
              "proc/stat",
              """
              cpu  4705 356 584 3699 23 10 4 5 17 2
              cpu0 2352 178 292 1849 12 5 2 3 9 1
              intr 114930548 113199788 3 0 5 263
              ctxt 1990473
              btime 1763590000
              processes 2915
              """),
          Map.entry("proc/loadavg", "0.52 0.58 0.59 3/257 12345\n"),
          Map.entry(
              "proc/meminfo",
              """
              MemTotal:        3884320 kB
              MemFree:          123456 kB
              MemAvailable:    2835744 kB
              Buffers:           65536 kB
              """),
          Map.entry("proc/sys/kernel/hostname", "clubhouse\n"),
          Map.entry("proc/sys/kernel/osrelease", "6.12.34-arm64\n"),
          Map.entry(
              "etc/os-release",
              """
              NAME="Debian GNU/Linux"
              PRETTY_NAME="Debian GNU/Linux 13 (trixie)"
              """),
          Map.entry("sys/class/thermal/thermal_zone0/type", "cpu-thermal\n"),
          Map.entry("sys/class/thermal/thermal_zone0/temp", "47712\n"),
          Map.entry("sys/class/net/lo/flags", "0x9\n"),
          Map.entry("sys/class/net/lo/operstate", "unknown\n"),
          Map.entry("sys/class/net/lo/statistics/rx_bytes", "5000\n"),
          Map.entry("sys/class/net/lo/statistics/tx_bytes", "5000\n"),
          Map.entry("sys/class/net/eth0/flags", "0x1003\n"),
          Map.entry("sys/class/net/eth0/operstate", "up\n"),
          Map.entry("sys/class/net/eth0/statistics/rx_bytes", "1000000\n"),
          Map.entry("sys/class/net/eth0/statistics/tx_bytes", "200000\n"));

  private final Path root;
  private final SteppedClock clock = new SteppedClock();
  private final Machine machine;

  /** A machine with {@link #FILES} below {@code root}; no time has passed since it was made. */
  public RecordedMachine(Path root) {
    this.root = root;
    FILES.forEach(this::write);
    machine = Machine.linux(root, root, clock::nanos);
  }

  /** What is read of these files. */
  public Machine machine() {
    return machine;
  }

  void write(String path, String text) {
    write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(String path, byte[] bytes) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  void delete(String path) {
    try {
      Files.delete(root.resolve(path));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  void deleteAll() {
    FILES.keySet().forEach(this::delete);
  }

  /** An interface that is up and has moved nothing yet. */
  void plugIn(String name) {
    write("sys/class/net/" + name + "/flags", "0x1003\n");
    write("sys/class/net/" + name + "/operstate", "up\n");
    moved(name, 0, 0);
  }

  /** How much an interface has moved since it came up. */
  public void moved(String name, long received, long transmitted) {
    write("sys/class/net/" + name + "/statistics/rx_bytes", received + "\n");
    write("sys/class/net/" + name + "/statistics/tx_bytes", transmitted + "\n");
  }

  void pass(Duration time) {
    clock.step(time);
  }

  Map<PartId, Part> read() {
    return machine.read();
  }

  /** What is read, a second later than what came before. */
  Map<PartId, Part> readAgain() {
    pass(Duration.ofSeconds(1));
    return machine.read();
  }

  static Optional<Double> value(Map<PartId, Part> read, String id) {
    return Optional.ofNullable(read.get(new PartId(id))).map(part -> ((Sensor) part).value());
  }

  static Optional<String> text(Map<PartId, Part> read, String id) {
    return Optional.ofNullable(read.get(new PartId(id))).map(part -> ((Text) part).value());
  }
}
