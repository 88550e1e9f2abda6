package dev.signalbox.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.stream.StreamId;
import java.io.IOException;

/** What became of commands, as the native protocol writes it. */
public final class OutcomeJson {
  private OutcomeJson() {}

  /** The results of a batch, in order. */
  public static byte[] results(Outcome.Accepted accepted, String epoch, Encoding encoding) {
    return encoding.write(json -> {
      json.writeStartArray();
      for (Outcome.Result result : accepted.results()) {
        json.writeStartObject();
        writeFields(json, accepted.sequence(), result, epoch);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  /** The one result of a request of one command, as fields of the object under way. */
  static void writeFields(JsonGenerator json, Outcome.Accepted accepted, String epoch)
      throws IOException {
    writeFields(json, accepted.sequence(), accepted.results().getFirst(), epoch);
  }

  private static void writeFields(
      JsonGenerator json, long sequence, Outcome.Result result, String epoch) throws IOException {
    json.writeBooleanField("accepted", true);
    json.writeStringField("change", new StreamId(epoch, sequence).toString());
    if (result.part().isPresent()) {
      json.writeFieldName("part");
      StateJson.write(json, result.part().get().part());
    }
  }
}
