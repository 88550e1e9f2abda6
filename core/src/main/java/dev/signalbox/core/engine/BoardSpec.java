package dev.signalbox.core.engine;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardInfo;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Schema;
import dev.signalbox.core.model.Schemas;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A board as its configuration describes it: what it is at first, and again after a reset.
 *
 * @param kind what sort of board it is, such as {@code outputs}
 * @param parts in the order in which they are shown
 * @param limits how many parts of a kind may be made while the hub runs, by kind; a kind that is
 *     not named can't be made
 */
public record BoardSpec(
    BoardId id, String name, String kind, Map<PartId, Part> parts, Map<String, Integer> limits) {

  /**
   * @throws IllegalArgumentException if the name is empty or too long
   */
  public BoardSpec {
    if (name.isBlank() || name.codePointCount(0, name.length()) > 40) {
      throw new IllegalArgumentException("board name '" + name + "' must be 1 to 40 characters");
    }
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    limits = Map.copyOf(limits);
  }

  /** The schema of a kind of which parts can be made on this board. */
  Optional<Schema<? extends Part>> makable(String kind) {
    return Schemas.ofKind(kind).filter(schema -> schema.label().isPresent() && limit(kind) > 0);
  }

  int limit(String kind) {
    return limits.getOrDefault(kind, 0);
  }

  BoardInfo info() {
    return new BoardInfo(name, kind, new Link.Online());
  }
}
