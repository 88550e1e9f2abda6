package dev.signalbox.wire.dialect;

import dev.signalbox.wire.Json;
import dev.signalbox.wire.MalformedJsonException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a client says over a WebSocket, and JSON objects at large. */
sealed interface RailHubMessage {
  /**
   * A request by the name of its path under {@code /api/}.
   *
   * @param id the client's own name for it, a number or a text, if it gave one
   */
  record Ask(RailHubApi api, Map<?, ?> fields, Optional<Object> id) implements RailHubMessage {}

  /** From now on the client wants these members of a status alone. */
  record Subscribe(Set<String> keys) implements RailHubMessage {}

  /** It can't be understood. */
  record Misunderstood(String error, Optional<Object> id) implements RailHubMessage {}

  static RailHubMessage read(String text) {
    Optional<Map<?, ?>> fields = object(() -> Json.read(text));
    return fields.isEmpty() ? misunderstood() : read(fields.get());
  }

  private static RailHubMessage read(Map<?, ?> fields) {
    Object id = fields.get("id");
    if (id != null && !isId(id)) {
      return misunderstood();
    }
    Optional<Object> known = Optional.ofNullable(id);
    if (fields.get("api") instanceof String name) {
      return RailHubApi.named(name)
          .<RailHubMessage>map(api -> new Ask(api, fields, known))
          .orElseGet(() -> new Misunderstood("Unknown api", known));
    }
    if (fields.get("subscribe") instanceof List<?> keys) {
      return subscribe(keys, known);
    }
    return new Misunderstood("Invalid JSON", known);
  }

  private static RailHubMessage subscribe(List<?> keys, Optional<Object> id) {
    Set<String> wanted = new HashSet<>();
    for (Object key : keys) {
      if (!(key instanceof String name) || !RailHubStatus.KEYS.contains(name)) {
        return new Misunderstood("Unknown key in subscribe", id);
      }
      wanted.add(name);
    }
    return new Subscribe(wanted.isEmpty() ? RailHubStatus.KEYS : Set.copyOf(wanted));
  }

  private static RailHubMessage misunderstood() {
    return new Misunderstood("Invalid JSON", Optional.empty());
  }

  /** Whether it can be told back as it came. */
  private static boolean isId(Object id) {
    return id instanceof String
        || (id instanceof Number number && Double.isFinite(number.doubleValue()));
  }

  /** A JSON object in UTF-8, if it is one. */
  static Optional<Map<?, ?>> object(Payload body) {
    return object(() -> Json.read(body.bytes()));
  }

  /** Reads one JSON text. */
  @FunctionalInterface
  interface Reading {
    @Nullable Object read() throws MalformedJsonException;
  }

  private static Optional<Map<?, ?>> object(Reading reading) {
    try {
      return reading.read() instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    } catch (MalformedJsonException malformed) {
      return Optional.empty();
    }
  }
}
