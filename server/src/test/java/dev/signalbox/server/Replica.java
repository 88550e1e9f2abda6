package dev.signalbox.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The boards as a client has them that goes by nothing but what its stream tells it. */
final class Replica {
  private Map<String, @Nullable Object> boards = new LinkedHashMap<>();
  private Optional<String> id = Optional.empty();

  /** A replica that goes on from here on its own. */
  Replica copy() {
    Replica copy = new Replica();
    copy.boards = boards().copy();
    copy.id = id;
    return copy;
  }

  Doc boards() {
    return new Doc(boards);
  }

  /** Up to where this client is complete. */
  Optional<String> id() {
    return id;
  }

  void take(Told told) {
    switch (told.kind()) {
      case "snapshot" -> {
        boards = told.data().at("boards").copy();
        id = Optional.of(told.data().at("id").text());
      }
      case "change" -> change(told.data());
      default -> {}
    }
    if (told.id().isPresent()) {
      id = told.id();
    }
  }

  /** Takes what {@code stream} tells until this client is complete up to {@code last}. */
  void takeUntil(String last, Following stream) {
    while (!id.equals(Optional.of(last))) {
      take(stream.next());
    }
  }

  private void change(Doc change) {
    Map<String, Object> board = object(boards, change.at("board").text());
    if (change.at("part").isMissing()) {
      patch(board, change.at("set").copy());
      return;
    }
    String part = change.at("part").text();
    Map<String, Object> parts = object(board, "parts");
    if (!change.at("gone").isMissing()) {
      parts.remove(part);
    } else if (!change.at("put").isMissing()) {
      parts.put(part, change.at("put").copy());
    } else {
      patch(object(parts, part), change.at("set").copy());
    }
  }

  /** A merge patch (RFC 7396) of flat values. */
  private static void patch(Map<String, Object> target, Map<String, @Nullable Object> patch) {
    patch.forEach((name, value) -> {
      if (value == null) {
        target.remove(name);
      } else {
        target.put(name, value);
      }
    });
  }

  @SuppressWarnings("unchecked") // Doc.copy made it, all the way down.
  private static Map<String, Object> object(Map<String, @Nullable Object> map, String name) {
    if (map.get(name) instanceof Map<?, ?> inner) {
      return (Map<String, Object>) inner;
    }
    throw new AssertionError("told of '" + name + "', which this client does not have");
  }
}
