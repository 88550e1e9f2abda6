package dev.signalbox.boards.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.Sensor;
import dev.signalbox.core.model.Text;
import dev.signalbox.testkit.SpoiledInputs;
import dev.signalbox.testkit.SteppedClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a kernel may tell. An input is the text of one file; before it, there was what a sound
 * machine says.
 */
class HostFuzzTest {
  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_NAME = 40;

  private final SteppedClock clock = new SteppedClock();
  private Path folder = Path.of("");
  private SystemFiles files = new SystemFiles(folder);

  @BeforeEach
  void record() throws IOException {
    folder = Files.createTempDirectory("signalbox-fuzz");
    files = new SystemFiles(folder);
    writeAll();
  }

  @AfterEach
  void delete() throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private void writeAll() throws IOException {
    for (Map.Entry<String, String> file : RecordedMachine.FILES.entrySet()) {
      write(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  @Test
  void keptInputs_spoiled_keepTheLaws() {
    SpoiledInputs.feed(this, 1_000);
  }

  @FuzzTest
  void processor(byte[] bytes) throws IOException {
    read(List.of(new ProcessorLoad(files), new BootTime(files)), "proc/stat", bytes);
  }

  @FuzzTest
  void memory(byte[] bytes) throws IOException {
    read(List.of(new Memory(files)), "proc/meminfo", bytes);
  }

  @FuzzTest
  void loadAverage(byte[] bytes) throws IOException {
    read(List.of(new LoadAverage(files)), "proc/loadavg", bytes);
  }

  @FuzzTest
  void temperature(byte[] bytes) throws IOException {
    read(List.of(new Temperature(files)), "sys/class/thermal/thermal_zone0/temp", bytes);
  }

  @FuzzTest
  void traffic(byte[] bytes) throws IOException {
    read(
        List.of(new NetworkRates(files, clock::nanos)),
        "sys/class/net/eth0/statistics/rx_bytes",
        bytes);
  }

  @FuzzTest
  void identity(byte[] bytes) throws IOException {
    read(List.of(Identity.linux(files)), "etc/os-release", bytes);
  }

  private void read(List<Gauge> read, String path, byte[] bytes) throws IOException {
    read.forEach(Gauge::prepare);
    byte[] sound = RecordedMachine.FILES.get(path).getBytes(StandardCharsets.UTF_8);
    write(path, bytes);
    clock.step(Duration.ofSeconds(1));
    Readings readings = new Readings();
    read.forEach(gauge -> gauge.read(readings));
    readings.parts().values().forEach(HostFuzzTest::assertSound);
    assertTrue(readings.parts().size() <= 4);
    write(path, sound);
  }

  private static void assertSound(Part part) {
    switch (part) {
      case Sensor sensor -> {
        assertTrue(Double.isFinite(sensor.value()), part::toString);
        assertTrue(sensor.value() >= -100, part::toString);
      }
      case Text text -> {
        assertTrue(text.value().codePointCount(0, text.value().length()) <= LONGEST_TEXT);
        assertTrue(text.name().length() <= LONGEST_NAME);
        assertEquals(0, text.value().chars().filter(Character::isISOControl).count());
      }
      default -> throw new AssertionError(part);
    }
  }
}
