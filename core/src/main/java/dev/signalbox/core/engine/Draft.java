package dev.signalbox.core.engine;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardInfo;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Stamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One batch in the making, on top of a turn. It is taken over whole or dropped whole; until then
 * nobody sees it. Owned by the engine's thread.
 */
final class Draft {
  private final Turn turn;
  private final Map<BoardId, BoardState> touched = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();

  Draft(Turn turn) {
    this.turn = turn;
  }

  Moment now() {
    return turn.now();
  }

  Optional<BoardState> board(BoardId id) {
    BoardState board = touched.get(id);
    return board != null ? Optional.of(board) : turn.board(id);
  }

  Optional<PartState> part(PartAddress address) {
    return board(address.board())
        .flatMap(board -> Optional.ofNullable(board.parts().get(address.part())));
  }

  List<Change> changes() {
    return changes;
  }

  Map<BoardId, BoardState> touched() {
    return touched;
  }

  /** The number of the last change so far, those of the turn before it included. */
  long sequence() {
    return turn.sequence() + changes.size();
  }

  /** Makes {@code after} true, as a change of the properties that differ, or as a new part. */
  void set(PartAddress address, Part after) {
    PartState before = part(address).orElse(null);
    if (before == null || !before.part().getClass().equals(after.getClass())) {
      record(new Change.PartPut(stamp(), address, after));
      return;
    }
    Set<String> differing = after.schema().differing(before.part(), after);
    if (!differing.isEmpty()) {
      record(new Change.PartChanged(stamp(), address, after, differing));
    }
  }

  void remove(PartAddress address) {
    if (part(address).isPresent()) {
      record(new Change.PartGone(stamp(), address));
    }
  }

  void setInfo(BoardId id, BoardInfo info) {
    if (!board(id).orElseThrow().info().equals(info)) {
      record(new Change.BoardChanged(stamp(), id, info));
    }
  }

  /** The parts of the board at this point, for going through while the draft changes. */
  List<Map.Entry<PartId, PartState>> partsOf(BoardId id) {
    return List.copyOf(board(id).orElseThrow().parts().entrySet());
  }

  private Stamp stamp() {
    return new Stamp(sequence() + 1, now().epochMs());
  }

  private void record(Change change) {
    changes.add(change);
    touched.put(change.board(), board(change.board()).orElseThrow().after(change));
  }
}
