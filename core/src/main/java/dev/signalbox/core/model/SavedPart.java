package dev.signalbox.core.model;

import java.util.Map;

/** What is kept of a part over a restart. */
public sealed interface SavedPart {
  /**
   * Its persistent properties.
   *
   * @param kind the kind of part that they belong to
   * @param values plain values by property name, as {@link Schema#patch} takes them
   */
  record Settings(String kind, Map<String, Object> values) implements SavedPart {
    public Settings {
      values = Map.copyOf(values);
    }
  }

  /** That it was removed, although the configuration has it. */
  record Removed() implements SavedPart {}
}
