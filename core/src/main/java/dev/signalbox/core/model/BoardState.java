package dev.signalbox.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A board as it is at one sequence number.
 *
 * @param infoChanged when the board's own properties last changed
 * @param lastSequence the number of the last change to the board or any of its parts, gone ones
 *     included
 * @param parts in the order in which they are shown
 */
public record BoardState(
    BoardId id,
    BoardInfo info,
    Stamp infoChanged,
    long lastSequence,
    Map<PartId, PartState> parts) {

  public BoardState {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /** The part of that id, if the board has it. */
  public Optional<Part> part(PartId part) {
    return Optional.ofNullable(parts.get(part)).map(PartState::part);
  }

  /** The part of that id, if the board has it and it is of that kind. */
  public <P extends Part> Optional<P> part(PartId part, Class<P> kind) {
    return part(part).filter(kind::isInstance).map(kind::cast);
  }

  /** This board after {@code change}, which must be about it. */
  public BoardState after(Change change) {
    return switch (change) {
      case Change.PartChanged c -> withPart(c, c.address().part(), c.part());
      case Change.PartPut c -> withPart(c, c.address().part(), c.part());
      case Change.PartGone c -> withoutPart(c);
      case Change.BoardChanged c -> new BoardState(id, c.info(), c.stamp(), c.sequence(), parts);
    };
  }

  private BoardState withPart(Change change, PartId part, Part now) {
    Map<PartId, PartState> after = new LinkedHashMap<>(parts);
    after.put(part, new PartState(now, change.stamp()));
    return new BoardState(id, info, infoChanged, change.sequence(), after);
  }

  private BoardState withoutPart(Change.PartGone change) {
    Map<PartId, PartState> after = new LinkedHashMap<>(parts);
    after.remove(change.address().part());
    return new BoardState(id, info, infoChanged, change.sequence(), after);
  }
}
