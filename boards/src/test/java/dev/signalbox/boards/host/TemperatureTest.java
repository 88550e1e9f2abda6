package dev.signalbox.boards.host;

import static dev.signalbox.boards.host.RecordedMachine.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemperatureTest {
  @TempDir private Path folder;
  private RecordedMachine recorded;

  @BeforeEach
  void record() {
    recorded = new RecordedMachine(folder);
  }

  @Test
  void temperature_isTheProcessors() {
    recorded.write("sys/class/hwmon/hwmon0/name", "nvme\n");
    recorded.write("sys/class/hwmon/hwmon0/temp1_input", "30000\n");
    recorded.write("sys/class/hwmon/hwmon1/name", "coretemp\n");
    recorded.write("sys/class/hwmon/hwmon1/temp1_input", "61000\n");

    assertEquals(Optional.of(61.0), value(recorded.read(), "temperature"));
  }

  @Test
  void temperature_ofNoKnownThermometer_isThatOfTheFirstZone() {
    recorded.delete("sys/class/thermal/thermal_zone0/temp");
    recorded.write("sys/class/thermal/thermal_zone10/type", "battery\n");
    recorded.write("sys/class/thermal/thermal_zone10/temp", "20000\n");
    recorded.write("sys/class/thermal/thermal_zone2/type", "acpitz\n");
    recorded.write("sys/class/thermal/thermal_zone2/temp", "-4000\n");

    assertEquals(Optional.of(-4.0), value(recorded.read(), "temperature"));
  }

  @ParameterizedTest
  @MethodSource("brokenDegrees")
  void temperature_ofABrokenThermometer_isAbsent(String degrees) {
    recorded.write("sys/class/thermal/thermal_zone0/temp", degrees);

    assertEquals(Optional.empty(), value(recorded.read(), "temperature"));
  }

  static Stream<String> brokenDegrees() {
    return Stream.of("-274000", "255000", "", "hot", "47.7", "99999999999999999999");
  }
}
