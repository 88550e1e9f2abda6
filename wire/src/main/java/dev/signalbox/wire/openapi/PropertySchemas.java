package dev.signalbox.wire.openapi;

import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.Property;
import dev.signalbox.core.model.PropertyType;
import dev.signalbox.core.model.Schema;
import dev.signalbox.core.model.Schemas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The kinds of part as JSON Schemas (draft 2020-12): whole, as patches, and to be made. */
final class PropertySchemas {
  /** Any text without control characters. */
  static final String ONE_LINE = "^[^\\u0000-\\u001F\\u007F-\\u009F]*$";

  private PropertySchemas() {}

  /** The schemas by name; {@code Part}, {@code PartPatch} and {@code NewPart} are any kind's. */
  static Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    List<Object> parts = new ArrayList<>();
    List<Object> patches = new ArrayList<>();
    List<Object> made = new ArrayList<>();
    Map<String, Object> byKind = new LinkedHashMap<>();
    for (Schema<? extends Part> schema : Schemas.all()) {
      String name = title(schema.kind());
      all.put(name, whole(schema));
      all.put(name + "Patch", patch(schema));
      parts.add(Tree.schema(name));
      patches.add(Tree.schema(name + "Patch"));
      byKind.put(schema.kind(), "#/components/schemas/" + name);
      if (schema.label().isPresent()) {
        all.put("New" + name, made(schema));
        made.add(Tree.schema("New" + name));
      }
    }
    all.put(
        "Part",
        Tree.object(
            "oneOf",
            parts,
            "discriminator",
            Tree.object("propertyName", "kind", "mapping", byKind)));
    all.put("PartPatch", Tree.object("anyOf", patches));
    all.put("NewPart", Tree.object("oneOf", made));
    return all;
  }

  /** Of its own, whatever else is called like the kind. */
  private static String title(String kind) {
    return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + "Part";
  }

  private static Map<String, Object> whole(Schema<? extends Part> schema) {
    Map<String, Object> fields = Tree.object("kind", Tree.object("const", schema.kind()));
    schema.properties().forEach(property -> fields.put(property.name(), ofType(property)));
    return Tree.closed(fields, List.copyOf(fields.keySet()));
  }

  private static Map<String, Object> patch(Schema<? extends Part> schema) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Property<? extends Part, ?> property : schema.properties()) {
      if (property.access().writable()) {
        fields.put(
            property.name(), property.access().persistent() ? orNull(property) : of(property));
      }
    }
    return Tree.closed(fields, List.of());
  }

  private static Map<String, Object> made(Schema<? extends Part> schema) {
    Map<String, Object> fields = Tree.object("kind", Tree.object("const", schema.kind()));
    List<String> required = new ArrayList<>(List.of("kind"));
    for (Property<? extends Part, ?> property : schema.properties()) {
      if (property.access().writable()) {
        fields.put(property.name(), of(property));
        if (property.initial() == null) {
          required.add(property.name());
        }
      }
    }
    return Tree.closed(fields, required);
  }

  private static Map<String, Object> orNull(Property<? extends Part, ?> property) {
    return Tree.object(
        "anyOf",
        List.of(of(property), Tree.object("type", "null")),
        "description",
        "null puts it back to what the configuration says.");
  }

  private static Map<String, Object> of(Property<? extends Part, ?> property) {
    String when = property.access().when();
    return when == null
        ? ofType(property)
        : Tree.with(ofType(property), "description", "Only on a part that is " + when + ".");
  }

  private static Map<String, Object> ofType(Property<? extends Part, ?> property) {
    Map<String, Object> schema =
        switch (property.type()) {
          case PropertyType.BooleanType _ -> Tree.object("type", "boolean");
          case PropertyType.IntegerType integer -> integer(integer);
          case PropertyType.NumberType _ -> Tree.object("type", "number");
          case PropertyType.TextType text ->
              Tree.object("type", "string", "maxLength", text.maxLength(), "pattern", ONE_LINE);
          case PropertyType.TimeType _ -> Tree.schema("Time");
          case PropertyType.MembersType _ ->
              Tree.object(
                  "type",
                  "array",
                  "items",
                  Tree.schema("Id"),
                  "minItems",
                  1,
                  "maxItems",
                  Members.MOST,
                  "uniqueItems",
                  true);
        };
    return property.access().writable() ? schema : Tree.with(schema, "readOnly", true);
  }

  private static Map<String, Object> integer(PropertyType.IntegerType type) {
    Map<String, Object> range =
        Tree.object("type", "integer", "minimum", type.minimum(), "maximum", type.maximum());
    Map<String, Object> schema =
        type.zeroToo()
            ? Tree.object("anyOf", List.of(Tree.object("type", "integer", "const", 0), range))
            : range;
    return type.unit().isEmpty()
        ? schema
        : Tree.with(schema, "description", "In " + type.unit() + ".");
  }
}
