package dev.signalbox.boards.host;

import static dev.signalbox.boards.host.RecordedMachine.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Sensor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the files say: nothing is thrown and nothing is made up. */
class NonsenseTest {
  @TempDir private Path folder;
  private RecordedMachine recorded;

  @BeforeEach
  void record() {
    recorded = new RecordedMachine(folder);
  }

  /** Every file, each with every kind of nonsense in it. */
  @ParameterizedTest
  @MethodSource("nonsense")
  void read_ofNonsense_makesNothingUp(byte[] nonsense) {
    Map<PartId, Part> whole = recorded.readAgain();
    for (String path : RecordedMachine.FILES.keySet()) {
      recorded.write(path, nonsense);
      Map<PartId, Part> read = recorded.readAgain();
      assertTrue(sane(read), () -> path + ": " + read);
      recorded.write(path, RecordedMachine.FILES.get(path));
    }
    RecordedMachine.FILES.keySet().forEach(path -> recorded.write(path, nonsense));
    assertTrue(sane(recorded.readAgain()));
    RecordedMachine.FILES.forEach(recorded::write);
    recorded.readAgain();
    assertEquals(whole.keySet(), recorded.readAgain().keySet());
  }

  /** Whether every figure is the recorded one, or absent; only texts may say nonsense. */
  private boolean sane(Map<PartId, Part> read) {
    Map<String, Double> known =
        Map.of(
            "load-average", 0.52,
            "temperature", 47.7,
            "memory-used", 1_024.0 * 1_048_576,
            "memory-total", 3_793.0 * 1_048_576,
            "booted-at", 1_763_590_000_000.0,
            "net-eth0-receive", 0.0,
            "net-eth0-transmit", 0.0);
    return read.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Sensor)
        .map(entry -> entry.getKey().value())
        .filter(id -> !id.startsWith("disk-"))
        .allMatch(id -> value(read, id).equals(Optional.ofNullable(known.get(id))));
  }

  static List<byte[]> nonsense() {
    byte[] noise = new byte[5_000];
    new Random(42).nextBytes(noise);
    return Stream.concat(
            Stream.of(
                    "",
                    "\n\n\n",
                    "cpu",
                    "cpu  1 2 3",
                    "cpu  -1 -2 -3 -4 -5 -6 -7 -8\nbtime -5\n",
                    "cpu  9223372036854775807 9223372036854775807 1 1 1 1 1 1\nbtime 9e9\n",
                    "MemTotal: kB\nMemAvailable: x kB\n",
                    "MemTotal: 9223372036854775807 kB\nMemAvailable: 1 kB\n",
                    "PRETTY_NAME=",
                    "NaN",
                    "Infinity 1 2",
                    "1e308 0 0",
                    "-99999999",
                    "0x",
                    "0xffffffffffff",
                    "9".repeat(3_000_000))
                .map(text -> text.getBytes(StandardCharsets.UTF_8)),
            Stream.of(noise))
        .toList();
  }
}
