package dev.signalbox.core.stream;

import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.PartAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The answer to "what changed since": each thing that did, whole, as it now is.
 *
 * <p>It is a question to the state itself, which knows when each part last changed and what is
 * gone, so it needs neither a queue nor the changes in between.
 */
public final class Latest {
  private Latest() {}

  /**
   * What {@code filter} selects of all that changed after {@code sequence}, oldest first.
   *
   * <p>A client that is complete up to {@code sequence} and takes these in is complete up to {@code
   * state}, provided that {@code sequence} is at least {@link
   * dev.signalbox.core.model.Tombstones#forgotten()}.
   */
  public static List<Change> since(long sequence, HubState state, Filter filter) {
    if (sequence >= state.sequence()) {
      return List.of();
    }
    List<Change> changes = new ArrayList<>();
    for (BoardState board : state.boards().values()) {
      if (board.lastSequence() > sequence && filter.selects(board.id())) {
        collect(sequence, board, changes);
      }
    }
    state
        .tombstones()
        .parts()
        .forEach((address, stamp) -> changes.add(new Change.PartGone(stamp, address)));
    changes.removeIf(change -> change.sequence() <= sequence || !filter.selects(change));
    changes.sort(Comparator.comparingLong(Change::sequence));
    return changes;
  }

  private static void collect(long sequence, BoardState board, List<Change> changes) {
    if (board.infoChanged().sequence() > sequence) {
      changes.add(new Change.BoardChanged(board.infoChanged(), board.id(), board.info()));
    }
    board
        .parts()
        .forEach((id, part) ->
            changes.add(
                new Change.PartPut(part.changed(), new PartAddress(board.id(), id), part.part())));
  }
}
