package dev.signalbox.core.engine;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The batches of one turn of the engine, before they are published. Owned by the engine's thread.
 */
final class Turn {
  private final HubState start;
  private final Moment now;
  private final Map<BoardId, BoardState> touched = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Runnable> answers = new ArrayList<>();

  Turn(HubState start, Moment now) {
    this.start = start;
    this.now = now;
  }

  Moment now() {
    return now;
  }

  Optional<BoardState> board(BoardId id) {
    BoardState board = touched.get(id);
    return board != null ? Optional.of(board) : start.board(id);
  }

  long sequence() {
    return start.sequence() + changes.size();
  }

  /**
   * Runs {@code work} as one batch about {@code board}. If the driver fails in it, none of it
   * becomes true and the board goes offline.
   *
   * @return whether it went well
   */
  boolean batch(RunningBoard board, Consumer<Draft> work) {
    Draft draft = new Draft(this);
    try {
      work.accept(draft);
      take(draft);
      return true;
    } catch (RuntimeException fault) {
      Draft offline = new Draft(this);
      board.failed(fault, offline);
      take(offline);
      return false;
    }
  }

  void take(Draft draft) {
    changes.addAll(draft.changes());
    touched.putAll(draft.touched());
  }

  /** Has {@code answer} run once everything in this turn is public. */
  void answerLater(Runnable answer) {
    answers.add(answer);
  }

  List<Change> changes() {
    return changes;
  }

  List<Runnable> answers() {
    return answers;
  }

  HubState end() {
    return start.after(changes);
  }
}
