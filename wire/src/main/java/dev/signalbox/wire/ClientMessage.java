package dev.signalbox.wire;

import dev.signalbox.core.engine.RequestKey;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client says over a WebSocket. */
public sealed interface ClientMessage {
  /** It wants to follow, instead of what it followed before. */
  record Subscribe(Subscription subscription) implements ClientMessage {}

  /** It wants to follow nothing more. */
  record Unsubscribe() implements ClientMessage {}

  /**
   * It wants something done.
   *
   * @param id the number by which it will know the result
   * @param key by which a repetition is known
   */
  record Do(long id, Command command, Optional<String> key) implements ClientMessage {}

  /** It asked for something to be done, which could not be understood; {@code id} is its number. */
  record Misunderstood(long id, Problem problem) implements ClientMessage {}

  /** It wants to know whether the hub is there, and the time. */
  record Ping(@Nullable Object ping) implements ClientMessage {}

  /** Reads a message in JSON. */
  static ClientMessage read(String text) throws RefusedException {
    try {
      return of(Json.read(text));
    } catch (MalformedException bad) {
      throw unreadable(Encoding.JSON, bad);
    }
  }

  /** Reads a message in CBOR. */
  static ClientMessage read(byte[] bytes) throws RefusedException {
    try {
      return of(Encoding.CBOR.read(bytes));
    } catch (MalformedException bad) {
      throw unreadable(Encoding.CBOR, bad);
    }
  }

  private static RefusedException unreadable(Encoding encoding, MalformedException bad) {
    return new RefusedException(
        Problem.malformed(
            "The message is not " + encoding + " that can be read: " + bad.getMessage()));
  }

  private static ClientMessage of(@Nullable Object value) throws RefusedException {
    Map<String, @Nullable Object> message = Fields.object(value, "A message");
    if (message.size() != 1) {
      throw unknown();
    }
    Object content = message.values().iterator().next();
    return switch (message.keySet().iterator().next()) {
      case "subscribe" ->
          new Subscribe(
              Subscription.ofFields(
                  Fields.of(content, "subscribe")
                      .only("boards", "parts", "every", "maxRate", "since")));
      case "unsubscribe" -> new Unsubscribe();
      case "command" -> command(Fields.of(content, "command"));
      case "ping" -> new Ping(plainPing(content));
      default -> throw unknown();
    };
  }

  private static RefusedException unknown() {
    return new RefusedException(
        Problem.malformed(
            "A message must have exactly one of the keys subscribe, unsubscribe, command, ping."));
  }

  private static ClientMessage command(Fields fields) throws RefusedException {
    long id = fields.whole("id");
    try {
      fields.only("id", "board", "part", "set", "do", "key");
      return new Do(id, CommandReader.command(fields), key(fields));
    } catch (RefusedException refused) {
      return new Misunderstood(id, refused.problem());
    }
  }

  private static Optional<String> key(Fields fields) throws RefusedException {
    if (!fields.has("key")) {
      return Optional.empty();
    }
    String key = fields.text("key");
    if (!RequestKey.isValid(key)) {
      throw new RefusedException(
          Problem.invalid(
              List.of(
                  Violation.of("key", key, "must be 1 to " + RequestKey.LONGEST + " characters"))));
    }
    return Optional.of(key);
  }

  private static @Nullable Object plainPing(@Nullable Object content) throws RefusedException {
    if (content instanceof Map || content instanceof List) {
      throw new RefusedException(Problem.malformed("'ping' must be a number or a text."));
    }
    return content;
  }
}
