package dev.signalbox.core.engine;

import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.Schema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a setting is that nobody has set: what a null in a merge patch puts it back to. */
final class Unset {
  private Unset() {}

  /**
   * {@code patch} with a value for each setting that it removes. A null for anything else stays, to
   * be refused.
   *
   * @param configured the part as its board's specification has it; null where it was made
   */
  static Map<String, @Nullable Object> filled(
      Map<String, @Nullable Object> patch,
      PartAddress address,
      Part now,
      @Nullable Part configured) {
    if (!patch.containsValue(null)) {
      return patch;
    }
    Map<String, Object> settings = settings(address, now, configured);
    Map<String, @Nullable Object> filled = new LinkedHashMap<>(patch);
    filled.replaceAll((name, value) -> value == null ? settings.get(name) : value);
    return filled;
  }

  private static Map<String, Object> settings(
      PartAddress address, Part now, @Nullable Part configured) {
    Schema<? extends Part> schema = now.schema();
    Map<String, Object> settings = new HashMap<>();
    if (configured != null && configured.getClass().equals(now.getClass())) {
      settings.putAll(schema.values(configured));
    } else {
      settings.put("name", new NewPart(address, schema).name());
    }
    schema.properties().stream()
        .filter(property -> !property.access().persistent())
        .forEach(property -> settings.remove(property.name()));
    return settings;
  }
}
