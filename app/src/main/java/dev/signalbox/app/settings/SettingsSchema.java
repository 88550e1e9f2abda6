package dev.signalbox.app.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shape as a JSON Schema (draft 2020-12), by which editors complete and check a file while it is
 * written. It lets through whatever {@link Shape} does, and refuses unknown keys, wrong types and
 * values out of range; what must hold among several values is left to {@code check}.
 */
public final class SettingsSchema {
  private static final String ID = "^[a-z0-9][a-z0-9-]{0,62}$";

  private SettingsSchema() {}

  /** The schema of a whole file, as plain values. */
  public static Map<String, Object> of(String title, Shape<?> shape) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", title);
    schema.putAll(mapping(shape, null));
    schema.put("type", "object");
    return schema;
  }

  private static Map<String, Object> of(SettingType<?> type) {
    return switch (type) {
      case Shape<?> shape -> mapping(shape, null);
      case KindType<?> kinds -> kinds(kinds);
      case MapType<?> map -> map(map);
      case ListType<?> list ->
          fields(
              "type", "array",
              "items", of(list.item()),
              "minItems", list.least(),
              "maxItems", list.most());
      case NoneType<?> none ->
          fields("anyOf", List.of(fields("const", NoneType.NONE), of(none.type())));
      case MaybeType<?> maybe -> of(maybe.type());
      case ChoiceType<?> choice -> fields("enum", List.copyOf(choice.words().keySet()));
      case FlagType _ -> fields("type", "boolean");
      case NumberType number ->
          fields("type", "integer", "minimum", number.least(), "maximum", number.most());
      case LabelType label ->
          fields(
              "anyOf",
              List.of(
                  fields("type", "integer", "minimum", 0, "maximum", LabelType.MOST),
                  of(label.name())));
      case DurationType duration -> DurationSchema.of(duration);
      case TextType text -> fields("type", "string", "pattern", text.portable());
      case EntryId<?> _ -> throw new IllegalArgumentException("an id is no value");
    };
  }

  /**
   * @param kind the key that says which kind it is, and the kind; null where there are no kinds
   */
  private static Map<String, Object> mapping(
      Shape<?> shape, Map.@Nullable Entry<String, String> kind) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    if (kind != null) {
      properties.put(kind.getKey(), fields("const", kind.getValue()));
      required.add(kind.getKey());
    }
    for (Key<?> key : shape.writtenKeys()) {
      properties.put(key.name(), described(key));
      if (key.fallback() == null) {
        required.add(key.name());
      }
    }
    Map<String, Object> mapping =
        fields(
            "type",
            required.isEmpty() ? List.of("object", "null") : "object",
            "properties",
            properties,
            "additionalProperties",
            false);
    if (!required.isEmpty()) {
      mapping.put("required", required);
    }
    return mapping;
  }

  private static Map<String, Object> described(Key<?> key) {
    Map<String, Object> schema = fields("description", key.doc());
    if (key.fallback() != null) {
      SettingDefault.of(key.type(), key.fallback().get())
          .ifPresent(value -> schema.put("default", value));
    }
    schema.putAll(of(key.type()));
    return schema;
  }

  private static Map<String, Object> kinds(KindType<?> type) {
    List<Object> kinds = new ArrayList<>();
    type.kinds()
        .forEach((kind, shape) -> {
          Map<String, Object> schema = fields("title", type.key() + " " + kind);
          schema.putAll(mapping(shape, Map.entry(type.key(), kind)));
          kinds.add(schema);
        });
    return fields("type", "object", "oneOf", kinds);
  }

  private static Map<String, Object> map(MapType<?> map) {
    return fields(
        "type", "object",
        "propertyNames", fields("pattern", ID),
        "additionalProperties", of(map.value()),
        "minProperties", map.least(),
        "maxProperties", map.most());
  }

  /** An object of names and values, in turns. */
  static Map<String, Object> fields(Object... pairs) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], pairs[i + 1]);
    }
    return fields;
  }
}
