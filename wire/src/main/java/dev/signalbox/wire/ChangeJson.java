package dev.signalbox.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.signalbox.core.model.Change;
import java.io.IOException;

/** A change as the native protocol writes it: the fields that are the same in every transport. */
final class ChangeJson {
  private ChangeJson() {}

  /**
   * Writes the fields of the object under way.
   *
   * @param skipped how many changes were folded into this and those before it; 0 leaves it out
   */
  static void writeFields(JsonGenerator json, Change change, long skipped) throws IOException {
    json.writeStringField("board", change.board().value());
    switch (change) {
      case Change.PartChanged c -> {
        head(json, c.address().part().value(), c, skipped);
        json.writeFieldName("set");
        StateJson.writeSet(json, c.part(), c.properties());
      }
      case Change.PartPut c -> {
        head(json, c.address().part().value(), c, skipped);
        json.writeFieldName("put");
        StateJson.write(json, c.part());
      }
      case Change.PartGone c -> {
        head(json, c.address().part().value(), c, skipped);
        json.writeBooleanField("gone", true);
      }
      case Change.BoardChanged c -> {
        tail(json, c, skipped);
        json.writeObjectFieldStart("set");
        StateJson.writeInfo(json, c.info(), true);
        json.writeEndObject();
      }
    }
  }

  private static void head(JsonGenerator json, String part, Change change, long skipped)
      throws IOException {
    json.writeStringField("part", part);
    tail(json, change, skipped);
  }

  private static void tail(JsonGenerator json, Change change, long skipped) throws IOException {
    json.writeNumberField("at", change.stamp().at());
    if (skipped > 0) {
      json.writeNumberField("skipped", skipped);
    }
  }
}
