package dev.signalbox.boards.host;

import static dev.signalbox.boards.host.RecordedMachine.text;
import static dev.signalbox.boards.host.RecordedMachine.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Sensor;
import dev.signalbox.core.model.Text;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
  /** What is there whatever the files say, because Java tells it. */
  private static final Set<String> OF_JAVA = Set.of("disk-used", "disk-total", "java-version");

  @TempDir private Path folder;
  private RecordedMachine recorded;

  @BeforeEach
  void record() {
    recorded = new RecordedMachine(folder);
  }

  /** The ids that come from the recorded files. */
  private static Set<String> ids(Map<PartId, Part> read) {
    return read.keySet().stream()
        .map(PartId::value)
        .filter(id -> !OF_JAVA.contains(id) && !id.startsWith("address-"))
        .collect(Collectors.toSet());
  }

  @Test
  void read_atOnce_hasAllThatNeedsNoTimeToPass() {
    Map<PartId, Part> read = recorded.read();

    assertEquals(
        Set.of(
            "load-average",
            "temperature",
            "memory-used",
            "memory-total",
            "booted-at",
            "host-name",
            "operating-system"),
        ids(read));
    assertEquals(Optional.of(0.52), value(read, "load-average"));
    assertEquals(Optional.of(47.7), value(read, "temperature"));
    assertEquals(Optional.of(1_024.0 * 1_048_576), value(read, "memory-used"));
    assertEquals(Optional.of(3_793.0 * 1_048_576), value(read, "memory-total"));
    assertEquals(Optional.of(1_763_590_000_000.0), value(read, "booted-at"));
    assertEquals(Optional.of("clubhouse"), text(read, "host-name"));
    assertEquals(
        Optional.of("Debian GNU/Linux 13 (trixie), Linux 6.12.34-arm64"),
        text(read, "operating-system"));
    assertEquals(Optional.of(Runtime.version().toString()), text(read, "java-version"));
  }

  @Test
  void read_namesAndUnits() {
    Map<PartId, Part> read = recorded.read();

    assertEquals(new Sensor("Temperature", 47.7, "°C", 47.7), read.get(new PartId("temperature")));
    assertEquals(new Text("Host name", "clubhouse", false), read.get(new PartId("host-name")));
    assertEquals("epoch-ms", ((Sensor) part(read, "booted-at")).unit());
    assertEquals("B", ((Sensor) part(read, "memory-used")).unit());
  }

  private static Part part(Map<PartId, Part> read, String id) {
    Part part = read.get(new PartId(id));
    assertTrue(part != null, id + " is there");
    return part;
  }

  @Test
  void load_isTheShareOfTimeThatWasNotIdle() {
    recorded.read();
    // 300 ticks more, of which 60 idle and 15 waiting for the disk.
    recorded.write("proc/stat", "cpu  4905 356 609 3759 38 10 4 5 17 2\n");

    assertEquals(Optional.of(75.0), value(recorded.readAgain(), "cpu-load"));
  }

  @Test
  void load_ofTheFirstReading_isThatSinceTheMachineWasMade() {
    recorded.write("proc/stat", "cpu  4905 356 609 3759 38 10 4 5 17 2\n");

    assertEquals(Optional.of(75.0), value(recorded.read(), "cpu-load"));
  }

  @Test
  void load_ofAClockThatDidNotGoOn_isAbsent() {
    recorded.read();

    assertEquals(Optional.empty(), value(recorded.readAgain(), "cpu-load"));
  }

  @Test
  void load_afterACountThatWentBack_isAbsentOnce() {
    recorded.read();
    recorded.write("proc/stat", "cpu  1000 0 0 1000 0 0 0 0 0 0\n");
    assertEquals(Optional.empty(), value(recorded.readAgain(), "cpu-load"));

    recorded.write("proc/stat", "cpu  1001 0 0 1002 0 0 0 0 0 0\n");
    assertEquals(Optional.of(33.3), value(recorded.readAgain(), "cpu-load"));
  }

  @Test
  void memory_withMoreAvailableThanThereIs_isAbsent() {
    recorded.write("proc/meminfo", "MemTotal: 1000 kB\nMemAvailable: 1001 kB\n");

    assertFalse(ids(recorded.read()).contains("memory-used"));
  }

  @Test
  void system_withoutDistribution_isTheKernel() {
    recorded.delete("etc/os-release");

    assertEquals(Optional.of("Linux 6.12.34-arm64"), text(recorded.read(), "operating-system"));
  }

  @Test
  void hostName_isTextWithoutControlCharacters() {
    recorded.write("proc/sys/kernel/hostname", "club\u001bhouse\r\nevil\n");

    assertEquals(Optional.of("clubhouseevil"), text(recorded.read(), "host-name"));
  }

  @Test
  void read_withoutAnyFile_hasNothingOfThem() {
    recorded.deleteAll();

    assertEquals(Set.of(), ids(recorded.read()));
    assertEquals(Set.of(), ids(recorded.readAgain()));
  }

  @Test
  void read_thatFailedOnce_isWholeAgain() {
    recorded.deleteAll();
    recorded.read();
    RecordedMachine.FILES.forEach(recorded::write);

    assertEquals(7, ids(recorded.readAgain()).size());
  }

  @Test
  void here_onThisMachine_isReal() {
    Machine machine = Machine.here(folder, System::nanoTime);
    machine.read();
    Map<PartId, Part> read = machine.read();

    assertTrue(value(read, "disk-used").orElseThrow() <= value(read, "disk-total").orElseThrow());
    assertTrue(text(read, "java-version").isPresent());
    assertFalse(text(read, "operating-system").orElseThrow().isBlank());
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      double used = value(read, "memory-used").orElseThrow();
      assertTrue(used > 0 && used < value(read, "memory-total").orElseThrow());
      assertTrue(value(read, "booted-at").orElseThrow() < System.currentTimeMillis());
      assertTrue(value(read, "load-average").orElseThrow() >= 0);
    }
    value(read, "cpu-load").ifPresent(load -> assertTrue(load >= 0 && load <= 100));
  }

  @Test
  void portable_onThisMachine_isReal() {
    Map<PartId, Part> read = Machine.portable(folder).read();

    double used = value(read, "memory-used").orElseThrow();
    assertTrue(used > 0 && used < value(read, "memory-total").orElseThrow());
    assertTrue(
        text(read, "operating-system").orElseThrow().contains(System.getProperty("os.name")));
    assertTrue(text(read, "java-version").isPresent());
  }
}
