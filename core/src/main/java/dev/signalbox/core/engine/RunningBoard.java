package dev.signalbox.core.engine;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardInfo;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Patched;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.model.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A board in operation: its specification, its driver, and what happens when the driver fails.
 * Owned by the engine's thread.
 */
final class RunningBoard {
  private static final System.Logger LOG = System.getLogger(RunningBoard.class.getName());
  private static final long HOLD_OFF_MS = 1_000;

  private final Board board;
  private final LinkLog log;
  private long heldOffUntil = Driver.NEVER;
  private boolean faulty;
  private boolean started;
  private Reports reports = _ -> false;
  private long due = Driver.NEVER;

  RunningBoard(Board board) {
    this.board = board;
    log = new LinkLog(board.spec().id());
  }

  BoardId id() {
    return board.spec().id();
  }

  private Driver driver() {
    return board.driver();
  }

  /** The schema of a kind of which this board can make parts. */
  Optional<Schema<? extends Part>> makable(String kind) {
    return board.spec().makable(kind);
  }

  /** The part as the specification has it; null for one that came later. */
  @Nullable Part configured(PartId part) {
    return board.spec().parts().get(part);
  }

  int limit(String kind) {
    return board.spec().limit(kind);
  }

  /** When the driver's step is due; later than the driver says while it is held off. */
  long nextDue(Turn turn) {
    if (heldOffUntil == Driver.NEVER) {
      turn.batch(this, _ -> due = driver().nextDue());
    }
    return heldOffUntil == Driver.NEVER ? due : heldOffUntil;
  }

  void start(Reports reports, Draft draft) {
    this.reports = reports;
    observe(started(draft), draft);
  }

  private List<Report> started(Draft draft) {
    List<Report> observed = driver().start(state(draft), reports, draft.now());
    started = true;
    return observed;
  }

  /**
   * Lets the driver make its step. A driver that failed, wherever that was, is held off for a
   * second; if its step (or its start, where that is what failed) then goes well, the board is
   * back.
   */
  void step(Turn turn) {
    boolean recovers = faulty;
    faulty = false;
    heldOffUntil = Driver.NEVER;
    turn.batch(this, draft -> step(draft, recovers));
  }

  private void step(Draft draft, boolean recovers) {
    if (recovers) {
      take(new Report.LinkRestored(), draft);
    }
    observe(started ? driver().step(state(draft), draft.now()) : started(draft), draft);
  }

  /** What the log says of the board's link. */
  LinkLog log() {
    return log;
  }

  /** Ends the driver. Thread: any. */
  void close() {
    try {
      driver().close();
    } catch (RuntimeException fault) {
      LOG.log(
          System.Logger.Level.WARNING, "driver of board '" + id() + "' did not end well", fault);
    }
  }

  void press(PartId part, Draft draft) {
    take(driver().press(part, state(draft), draft.now()), draft);
  }

  /** Hands what became true to the hardware, if that has begun. */
  void apply(List<Change> changes, BoardState after, Moment now) {
    if (started) {
      driver().apply(changes, after, now);
    }
  }

  /** Takes in reports and what follows from them. */
  void observe(List<Report> reports, Draft draft) {
    BoardState before = state(draft);
    take(reports, draft);
    follow(before, draft);
  }

  void follow(BoardState before, Draft draft) {
    BoardState after = state(draft);
    if (after.lastSequence() != before.lastSequence()) {
      take(driver().follow(before, after, draft.now()), draft);
    }
  }

  /** Takes the board offline because its driver failed, and holds the driver off. */
  void failed(RuntimeException fault, Draft draft) {
    faulty = true;
    heldOffUntil = draft.now().nanosIn(HOLD_OFF_MS);
    String reason =
        fault instanceof DriverFault
            ? String.valueOf(fault.getMessage())
            : "its driver failed: " + fault;
    boolean news = setOffline(reason, draft);
    if (news && !(fault instanceof DriverFault)) {
      LOG.log(System.Logger.Level.ERROR, "driver of board '" + id() + "' failed", fault);
    }
  }

  /** Puts the saved settings back to what the specification says. */
  void reset(Draft draft) {
    BoardReset.of(board.spec(), draft);
  }

  private void take(List<Report> reports, Draft draft) {
    reports.forEach(report -> take(report, draft));
  }

  private void take(Report report, Draft draft) {
    switch (report) {
      case Report.Observed observed -> take(observed, draft);
      case Report.Appeared appeared -> draft.set(address(appeared.id()), appeared.part());
      case Report.Vanished vanished -> {
        draft.remove(address(vanished.part()));
        ChaseRules.leaveAll(vanished.part(), id(), draft);
      }
      case Report.LinkLost lost -> setOffline(lost.reason(), draft);
      case Report.LinkRestored _ ->
          draft.setInfo(id(), state(draft).info().withLink(new Link.Online()));
    }
  }

  private void take(Report.Observed observed, Draft draft) {
    PartAddress address = address(observed.part());
    Part before =
        draft
            .part(address)
            .map(PartState::part)
            .orElseThrow(() -> new IllegalArgumentException("no part '" + address + "'"));
    switch (before.schema().patch(before, observed.values(), Schema.Origin.BOARD)) {
      case Patched.Done<?>(Part after, var _) -> draft.set(address, after);
      case Patched.Refused<?>(var violations) ->
          throw new IllegalArgumentException("driver of '" + id() + "' observed " + violations);
    }
  }

  /** True if it was not offline for this reason already. */
  private boolean setOffline(String reason, Draft draft) {
    BoardInfo info = state(draft).info();
    long since =
        info.link() instanceof Link.Offline(long before, String _) ? before : draft.now().epochMs();
    BoardInfo offline = info.withLink(new Link.Offline(since, reason));
    draft.setInfo(id(), offline);
    return !info.equals(offline);
  }

  private PartAddress address(PartId part) {
    return new PartAddress(id(), part);
  }

  private BoardState state(Draft draft) {
    return draft.board(id()).orElseThrow();
  }
}
