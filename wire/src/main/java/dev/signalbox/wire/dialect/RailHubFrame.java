package dev.signalbox.wire.dialect;

import dev.signalbox.wire.Json;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One status, each member of it encoded once, whatever the number of clients and of selections
 * among them.
 */
final class RailHubFrame {
  private final Map<String, byte[]> members;

  private RailHubFrame(Map<String, byte[]> members) {
    this.members = members;
  }

  static RailHubFrame of(Map<String, Object> members) {
    Map<String, byte[]> encoded = new LinkedHashMap<>();
    members.forEach((key, value) -> encoded.put(key, Json.of(value)));
    return new RailHubFrame(encoded);
  }

  /** All of it. */
  Payload whole() {
    return of(members.keySet());
  }

  /** The members of these keys, in the order of the whole. */
  Payload of(Set<String> keys) {
    ByteArrayOutputStream json = new ByteArrayOutputStream(2048);
    members.forEach((key, value) -> {
      if (keys.contains(key)) {
        json.write(json.size() == 0 ? '{' : ',');
        json.writeBytes(Json.of(key));
        json.write(':');
        json.writeBytes(value);
      }
    });
    if (json.size() == 0) {
      json.write('{');
    }
    json.write('}');
    return Payload.of(json.toByteArray());
  }
}
