package dev.signalbox.core.engine;

import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import java.util.List;

/**
 * What stands behind a board: hardware, a simulation of it, or another hub.
 *
 * <p>All methods but {@link #close()} are called by the engine's thread, must not block, and keep
 * nothing of the board's state that can be read from the {@link BoardState} they are given. Slow
 * work belongs on a thread of the driver's own, which hands what it observed to the {@link Reports}
 * it got at the start. A {@link DriverFault} that a method throws takes the board offline. A second
 * later {@link #step} is called, due or not, or {@link #start} again where that is what failed; if
 * it goes well, the board is online again, and as such already is what that step is given. What was
 * not applied meanwhile is not handed in again: that step brings the whole {@link BoardState} it is
 * given to the hardware.
 */
public interface Driver extends AutoCloseable {
  /** A due time that never comes. */
  long NEVER = Long.MAX_VALUE;

  /**
   * Begins.
   *
   * @param reports where other threads hand in what they observe, from now until {@link #close()}
   * @return what is so from the start
   */
  default List<Report> start(BoardState board, Reports reports, Moment now) {
    return List.of();
  }

  /** When {@link #step} next has something to do, on the monotonic clock; or {@link #NEVER}. */
  default long nextDue() {
    return NEVER;
  }

  /**
   * Lets time pass; called when {@link #nextDue()} has come, and a second after a fault. What it
   * returns is one batch.
   */
  default List<Report> step(BoardState board, Moment now) {
    return List.of();
  }

  /**
   * What follows from a command or a report that led from {@code before} to {@code after}, in the
   * same batch: a display that shows a counter, say. It must not depend on anything else.
   */
  default List<Report> follow(BoardState before, BoardState after, Moment now) {
    return List.of();
  }

  /** Someone presses a button, or a simulated switch. */
  default List<Report> press(PartId part, BoardState board, Moment now) {
    return List.of();
  }

  /**
   * Brings what became true to the hardware.
   *
   * @param changes those of one turn that are about this board
   */
  default void apply(List<Change> changes, BoardState board, Moment now) {}

  /** Ends; no method is called afterwards. Thread: any; may block for a moment. */
  @Override
  default void close() {}
}
