package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.signalbox.wire.Json;
import dev.signalbox.wire.MalformedJsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What RailHub's clients read out of what they get. */
final class RailHubText {
  private RailHubText() {}

  /** A JSON object as plain values. */
  static Map<?, ?> object(Payload payload) {
    try {
      return assertInstanceOf(Map.class, Json.read(payload.bytes()));
    } catch (MalformedJsonException malformed) {
      throw new AssertionError(payload.text(), malformed);
    }
  }

  /** The object at this place of a list of objects. */
  static Map<?, ?> at(Map<?, ?> status, String list, int place) {
    return assertInstanceOf(Map.class, assertInstanceOf(List.class, status.get(list)).get(place));
  }

  /** What the outputs of a status have for a key, in order. */
  static List<Object> each(Map<?, ?> status, String list, String key) {
    List<Object> values = new ArrayList<>();
    for (Object entry : assertInstanceOf(List.class, status.get(list))) {
      values.add(assertInstanceOf(Map.class, entry).get(key));
    }
    return values;
  }

  /** The keys of a JSON object, in order. */
  static List<String> keys(Map<?, ?> object) {
    return object.keySet().stream().map(String::valueOf).toList();
  }
}
