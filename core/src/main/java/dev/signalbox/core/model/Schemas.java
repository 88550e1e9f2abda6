package dev.signalbox.core.model;

import java.util.List;
import java.util.Optional;

/** The schemas of all kinds of part. */
public final class Schemas {
  private static final List<Schema<? extends Part>> ALL =
      List.of(
          Counter.SCHEMA,
          Display.SCHEMA,
          Led.SCHEMA,
          Switch.SCHEMA,
          Sensor.SCHEMA,
          Output.SCHEMA,
          Chase.SCHEMA,
          Text.SCHEMA,
          Button.SCHEMA);

  private Schemas() {}

  /** All of them, in the order in which they are shown. */
  public static List<Schema<? extends Part>> all() {
    return ALL;
  }

  /** The schema of the kind of that name. */
  public static Optional<Schema<? extends Part>> ofKind(String kind) {
    for (Schema<? extends Part> schema : ALL) {
      if (schema.kind().equals(kind)) {
        return Optional.of(schema);
      }
    }
    return Optional.empty();
  }
}
