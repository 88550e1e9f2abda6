package dev.signalbox.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.signalbox.core.model.Access;
import dev.signalbox.core.model.Action;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.Property;
import dev.signalbox.core.model.PropertyType;
import dev.signalbox.core.model.Schema;
import dev.signalbox.core.model.Schemas;
import java.io.IOException;
import java.util.Locale;

/** The schemas of all kinds of part, for programs that draw or check them. */
public final class SchemaJson {
  private SchemaJson() {}

  /** All kinds: their properties with type, unit, range and access, and their actions. */
  public static byte[] all(Encoding encoding) {
    return encoding.write(json -> {
      json.writeStartObject();
      json.writeObjectFieldStart("kinds");
      for (Schema<? extends Part> schema : Schemas.all()) {
        json.writeObjectFieldStart(schema.kind());
        writeKind(json, schema);
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndObject();
    });
  }

  private static void writeKind(JsonGenerator json, Schema<? extends Part> schema)
      throws IOException {
    json.writeObjectFieldStart("properties");
    for (Property<? extends Part, ?> property : schema.properties()) {
      json.writeObjectFieldStart(property.name());
      writeType(json, property.type());
      writeAccess(json, property.access());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeArrayFieldStart("actions");
    for (Action action : Action.values()) {
      if (schema.actions().contains(action)) {
        json.writeString(action.name().toLowerCase(Locale.ROOT));
      }
    }
    json.writeEndArray();
    if (schema.label().isPresent()) {
      json.writeBooleanField("makable", true);
    }
  }

  private static void writeType(JsonGenerator json, PropertyType<?> type) throws IOException {
    switch (type) {
      case PropertyType.BooleanType _ -> json.writeStringField("type", "boolean");
      case PropertyType.IntegerType integer -> writeInteger(json, integer);
      case PropertyType.NumberType _ -> json.writeStringField("type", "number");
      case PropertyType.TextType text -> {
        json.writeStringField("type", "string");
        json.writeNumberField("maxLength", text.maxLength());
      }
      case PropertyType.TimeType _ -> {
        json.writeStringField("type", "integer");
        json.writeStringField("unit", "epoch-ms");
      }
      case PropertyType.MembersType members -> {
        json.writeStringField("type", "array");
        json.writeStringField("items", members.of());
        json.writeNumberField("minItems", 1);
        json.writeNumberField("maxItems", Members.MOST);
      }
    }
  }

  private static void writeInteger(JsonGenerator json, PropertyType.IntegerType type)
      throws IOException {
    json.writeStringField("type", "integer");
    if (!type.unit().isEmpty()) {
      json.writeStringField("unit", type.unit());
    }
    json.writeNumberField("minimum", type.minimum());
    json.writeNumberField("maximum", type.maximum());
    if (type.zeroToo()) {
      json.writeArrayFieldStart("allows");
      json.writeNumber(0);
      json.writeEndArray();
    }
  }

  private static void writeAccess(JsonGenerator json, Access access) throws IOException {
    json.writeBooleanField("writable", access.writable());
    json.writeBooleanField("persistent", access.persistent());
    if (access.when() != null) {
      json.writeStringField("writableWhen", access.when());
    }
  }
}
