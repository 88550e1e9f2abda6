package dev.signalbox.core.model;

import java.util.List;
import java.util.Set;

/**
 * A number that is measured.
 *
 * @param unit what {@code value} counts; {@code epoch-ms} marks a point in time; may be empty
 * @param previous what {@code value} was before it last changed
 */
public record Sensor(String name, double value, String unit, double previous) implements Part {
  private static final Property<Sensor, String> NAME = Property.displayName(Sensor::name);
  private static final Property<Sensor, Double> VALUE = Property.number("value", Sensor::value);
  private static final Property<Sensor, String> UNIT =
      Property.text("unit", 16, Access.READ_ONLY, Sensor::unit);
  private static final Property<Sensor, Double> PREVIOUS =
      Property.number("previous", Sensor::previous);

  public static final Schema<Sensor> SCHEMA =
      new Schema<>(
          "sensor",
          Sensor.class,
          List.of(NAME, VALUE, UNIT, PREVIOUS),
          Set.of(),
          v -> new Sensor(v.get(NAME), v.get(VALUE), v.get(UNIT), v.get(PREVIOUS)));

  @Override
  public Schema<Sensor> schema() {
    return SCHEMA;
  }
}
