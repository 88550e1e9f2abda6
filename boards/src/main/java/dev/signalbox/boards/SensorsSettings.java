package dev.signalbox.boards;

import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Sensor;
import java.time.Duration;
import java.util.List;

/**
 * What simulated sensors are to be.
 *
 * @param sensors 1 to 64, in the order in which they are shown
 * @param shortest the shortest pause between two values of one sensor, 10 ms to a day
 * @param longest the longest, at least {@code shortest}
 */
public record SensorsSettings(List<Probe> sensors, Duration shortest, Duration longest) {
  /** The two sensors of the firmware, and its pauses. */
  public static final SensorsSettings DEFAULT =
      new SensorsSettings(
          List.of(
              new Probe(new PartId("sensor-a"), "sensorA", ""),
              new Probe(new PartId("sensor-b"), "sensorB", "")),
          Duration.ofSeconds(10),
          Duration.ofSeconds(29));

  /**
   * @throws IllegalArgumentException that names the value that is out of range
   */
  public SensorsSettings {
    sensors = List.copyOf(sensors);
    Check.range("number of sensors", sensors.size(), 1, 64);
    Check.distinct("sensor", sensors.stream().map(Probe::id).toList());
    Check.duration("shortest pause", shortest, Duration.ofMillis(10), Duration.ofDays(1));
    Check.duration("longest pause", longest, shortest, Duration.ofDays(1));
  }

  /**
   * One sensor.
   *
   * @param name what people call it, up to 40 characters
   * @param unit what it counts, up to 16 characters; may be empty
   */
  public record Probe(PartId id, String name, String unit) {
    /**
     * @throws IllegalArgumentException that names the value that is out of range
     */
    public Probe {
      Check.property(Sensor.SCHEMA, "name", name);
      Check.property(Sensor.SCHEMA, "unit", unit);
    }
  }
}
