package dev.signalbox.core.model;

import java.util.Map;

/** Checked values of all properties of one part, by property. */
public final class Values {
  private final Map<String, Object> byName;

  Values(Map<String, Object> byName) {
    this.byName = byName;
  }

  /** The value of {@code property}. */
  public <T> T get(Property<?, T> property) {
    Object value = byName.get(property.name());
    if (value == null) {
      throw new IllegalStateException("no value for property '" + property.name() + "'");
    }
    return property.type().javaType().cast(value);
  }
}
