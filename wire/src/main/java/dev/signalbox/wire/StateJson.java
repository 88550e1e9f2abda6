package dev.signalbox.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardInfo;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Property;
import dev.signalbox.core.model.Schema;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.StreamId;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Boards and parts as the native protocol writes them, driven by the schemas. */
public final class StateJson {
  private StateJson() {}

  /** The whole state, or what {@code filter} selects of it. */
  public static byte[] hub(HubState state, Filter filter, Encoding encoding) {
    return encoding.write(json -> write(json, state, filter));
  }

  /** One board with its parts. */
  public static byte[] board(BoardState board, Encoding encoding) {
    return encoding.write(json -> write(json, board, Filter.ALL));
  }

  /** One part. */
  public static byte[] part(Part part, Encoding encoding) {
    return encoding.write(json -> write(json, part));
  }

  static void write(JsonGenerator json, HubState state, Filter filter) throws IOException {
    json.writeStartObject();
    json.writeStringField("hub", state.name());
    json.writeStringField("id", StreamId.of(state).toString());
    json.writeObjectFieldStart("boards");
    for (Map.Entry<BoardId, BoardState> entry : state.boards().entrySet()) {
      if (filter.selects(entry.getKey())) {
        json.writeFieldName(entry.getKey().value());
        write(json, entry.getValue(), filter);
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, BoardState board, Filter filter)
      throws IOException {
    json.writeStartObject();
    writeInfo(json, board.info(), false);
    json.writeObjectFieldStart("parts");
    for (Map.Entry<PartId, PartState> entry : board.parts().entrySet()) {
      if (filter.selects(board.id(), entry.getKey())) {
        json.writeFieldName(entry.getKey().value());
        write(json, entry.getValue().part());
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /**
   * The board's own properties as fields of the object under way.
   *
   * @param asPatch whether it is a merge patch, in which what is not so must be removed
   */
  static void writeInfo(JsonGenerator json, BoardInfo info, boolean asPatch) throws IOException {
    json.writeStringField("name", info.name());
    json.writeStringField("kind", info.kind());
    switch (info.link()) {
      case Link.Online _ -> {
        json.writeBooleanField("online", true);
        if (asPatch) {
          json.writeNullField("offlineSince");
          json.writeNullField("offlineReason");
        }
      }
      case Link.Offline(long since, String reason) -> {
        json.writeBooleanField("online", false);
        json.writeNumberField("offlineSince", since);
        json.writeStringField("offlineReason", reason);
      }
    }
  }

  static void write(JsonGenerator json, Part part) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", part.schema().kind());
    writeProperties(json, part.schema(), part, Set.of());
    json.writeEndObject();
  }

  /** The named properties of the part as an object. */
  static void writeSet(JsonGenerator json, Part part, Set<String> names) throws IOException {
    json.writeStartObject();
    writeProperties(json, part.schema(), part, names);
    json.writeEndObject();
  }

  private static <P extends Part> void writeProperties(
      JsonGenerator json, Schema<P> schema, Part part, Set<String> names) throws IOException {
    P typed = schema.type().cast(part);
    for (Property<P, ?> property : schema.properties()) {
      if (names.isEmpty() || names.contains(property.name())) {
        json.writeFieldName(property.name());
        writeValue(json, property.of(typed));
      }
    }
  }

  private static void writeValue(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Members members) {
      json.writeStartArray();
      for (PartId id : members.ids()) {
        json.writeString(id.value());
      }
      json.writeEndArray();
    } else {
      Json.plain(json, value);
    }
  }
}
