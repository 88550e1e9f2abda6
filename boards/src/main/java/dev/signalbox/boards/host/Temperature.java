package dev.signalbox.boards.host;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How warm the processor is. A machine has many thermometers; wanted is the one at the processor: a
 * hardware monitor or else a thermal zone whose name says that it is there, or else the first zone
 * of all (kernel documentation: hwmon/sysfs-interface, driver-api/thermal/sysfs-api).
 */
final class Temperature implements Gauge {
  private static final List<String> AT_THE_PROCESSOR =
      List.of(
          "coretemp",
          "k10temp",
          "zenpower",
          "x86_pkg_temp",
          "cpu_thermal",
          "cpu-thermal",
          "soc_thermal",
          "soc-thermal",
          "bcm2835_thermal");

  private static final double MILLIDEGREES = 1_000;
  private static final double COLDEST = -55;
  private static final double HOTTEST = 150;

  private final SystemFiles files;

  Temperature(SystemFiles files) {
    this.files = files;
  }

  @Override
  public void read(Readings readings) {
    Stream.of(
            paths("sys/class/hwmon/", "/name", "/temp1_input").filter(this::isAtTheProcessor),
            paths("sys/class/thermal/", "/type", "/temp").filter(this::isAtTheProcessor),
            paths("sys/class/thermal/", "/type", "/temp"))
        .flatMap(thermometers -> thermometers)
        .flatMap(thermometer -> degrees(thermometer.value).stream())
        .findFirst()
        .ifPresent(degrees -> readings.tenths("temperature", "Temperature", degrees, "°C"));
  }

  private record Thermometer(String name, String value) {}

  private Stream<Thermometer> paths(String folder, String name, String value) {
    return files.names(folder).stream()
        .map(entry -> new Thermometer(folder + entry + name, folder + entry + value));
  }

  private boolean isAtTheProcessor(Thermometer thermometer) {
    return files.text(thermometer.name).filter(AT_THE_PROCESSOR::contains).isPresent();
  }

  /** What a thermometer says, unless it is what a broken one says. */
  private Optional<Double> degrees(String path) {
    return files
        .number(path)
        .map(value -> value / MILLIDEGREES)
        .filter(degrees -> degrees > COLDEST && degrees < HOTTEST);
  }
}
