package dev.signalbox.wire;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client that knows nothing but what the messages say: JSON objects, and RFC 7396 to patch them.
 */
final class JsonReplica {
  private Map<String, @Nullable Object> state = new HashMap<>();
  private String id = "";

  /** Takes in the text of one WebSocket message. */
  void take(byte[] message) throws MalformedJsonException {
    Map<String, @Nullable Object> object = object(Json.read(message));
    if (object.get("snapshot") instanceof Map<?, ?> snapshot) {
      state = object(snapshot);
      id = String.valueOf(snapshot.get("id"));
    } else if (object.get("change") instanceof Map<?, ?> change) {
      apply(change);
      if (change.get("id") instanceof String given) {
        id = given;
      }
    }
  }

  /** The id up to which this client was told that it is complete. */
  String id() {
    return id;
  }

  Object boards() {
    return object(state.get("boards"));
  }

  private void apply(Map<?, ?> change) {
    Map<String, @Nullable Object> board =
        object(object(state.get("boards")).get(String.valueOf(change.get("board"))));
    if (!change.containsKey("part")) {
      patch(board, object(change.get("set")));
      return;
    }
    Map<String, @Nullable Object> parts = object(board.get("parts"));
    String part = String.valueOf(change.get("part"));
    if (change.get("gone") instanceof Boolean) {
      parts.remove(part);
    } else if (change.containsKey("put")) {
      parts.put(part, change.get("put"));
    } else {
      patch(object(parts.get(part)), object(change.get("set")));
    }
  }

  private static void patch(
      Map<String, @Nullable Object> target, Map<String, @Nullable Object> patch) {
    patch.forEach((name, value) -> {
      if (value == null) {
        target.remove(name);
      } else {
        target.put(name, value);
      }
    });
  }

  /** The same object, as one whose members can be set. */
  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> object(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw new AssertionError("not an object: " + value);
  }
}
