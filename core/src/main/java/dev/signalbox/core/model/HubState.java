package dev.signalbox.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is true at one sequence number. Immutable, so that any thread may keep it as long
 * as it likes.
 *
 * @param name what people call this hub
 * @param epoch this run of the hub
 * @param sequence the number of the last change in it; 0 before the first
 * @param boards in the order in which they are shown
 */
public record HubState(
    String name,
    String epoch,
    long sequence,
    Map<BoardId, BoardState> boards,
    Tombstones tombstones) {

  public HubState {
    boards = Collections.unmodifiableMap(new LinkedHashMap<>(boards));
  }

  /** The board of that id, if there is one. */
  public Optional<BoardState> board(BoardId id) {
    return Optional.ofNullable(boards.get(id));
  }

  /** The part at that address, if there is one. */
  public Optional<PartState> part(PartAddress address) {
    return board(address.board()).map(board -> board.parts().get(address.part()));
  }

  /**
   * This state after {@code changes}, which must follow it without a gap.
   *
   * @throws IllegalArgumentException if a change does not follow, or is about an unknown board
   */
  public HubState after(List<Change> changes) {
    Map<BoardId, BoardState> touched = new LinkedHashMap<>(boards);
    Tombstones gone = tombstones;
    long last = sequence;
    for (Change change : changes) {
      if (change.sequence() != ++last) {
        throw new IllegalArgumentException("change " + change + " does not follow " + (last - 1));
      }
      BoardState board = touched.get(change.board());
      if (board == null) {
        throw new IllegalArgumentException("change " + change + " is about an unknown board");
      }
      touched.put(board.id(), board.after(change));
      gone = gone.after(change);
    }
    return new HubState(name, epoch, last, touched, gone);
  }
}
