package dev.signalbox.wire;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.ResetReason;
import dev.signalbox.core.stream.StreamId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The native protocol as Server-Sent Events (HTML Standard, section 9.2), in JSON.
 *
 * <p>JSON escapes CR and LF, and ids are of letters, digits and a dot, so that nothing from outside
 * can begin a line.
 */
public record SseJson() implements StreamFormat {
  @Override
  public byte[] snapshot(HubState state, Filter filter) {
    return event(
        Optional.of(StreamId.of(state)), "snapshot", StateJson.hub(state, filter, Encoding.JSON));
  }

  @Override
  public byte[] change(Change change, Optional<StreamId> id, long skipped) {
    byte[] data =
        Encoding.JSON.write(json -> {
          json.writeStartObject();
          ChangeJson.writeFields(json, change, skipped);
          json.writeEndObject();
        });
    return event(id, "change", data);
  }

  @Override
  public byte[] keepAlive(StreamId id) {
    return ("id: " + id + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] reset(ResetReason reason) {
    return event(Optional.empty(), "reset", field("reason", reason.wireName()));
  }

  @Override
  public byte[] lagged(long skipped) {
    return event(Optional.empty(), "lagged", field("skipped", skipped));
  }

  /** After how long a client that lost its stream comes back. */
  public static byte[] retry(int milliseconds) {
    return ("retry: " + milliseconds + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] field(String name, Object value) {
    return Json.of(java.util.Map.of(name, value));
  }

  private static byte[] event(Optional<StreamId> id, String name, byte[] data) {
    ByteArrayOutputStream event = new ByteArrayOutputStream(data.length + 96);
    id.ifPresent(given -> event.writeBytes(ascii("id: " + given + "\n")));
    event.writeBytes(ascii("event: " + name + "\ndata: "));
    event.writeBytes(data);
    event.writeBytes(ascii("\n\n"));
    return event.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
