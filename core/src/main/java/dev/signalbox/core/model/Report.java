package dev.signalbox.core.model;

import java.util.Map;

/** What a board's driver observed. */
public sealed interface Report {
  /**
   * Properties of a part as they are now; read-only ones too.
   *
   * @param values by property name; they must keep the schema's rules
   */
  record Observed(PartId part, Map<String, Object> values) implements Report {
    public Observed {
      values = Map.copyOf(values);
    }

    /** One property. */
    public static Observed of(PartId part, String property, Object value) {
      return new Observed(part, Map.of(property, value));
    }
  }

  /** A part came into being: a sensor that was plugged in, say. */
  record Appeared(PartId id, Part part) implements Report {}

  /** A part is no longer there. */
  record Vanished(PartId part) implements Report {}

  /** The board can't be reached; its parts keep what was last known. */
  record LinkLost(String reason) implements Report {}

  /** The board can be reached again. */
  record LinkRestored() implements Report {}
}
