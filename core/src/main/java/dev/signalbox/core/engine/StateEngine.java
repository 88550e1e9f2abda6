package dev.signalbox.core.engine;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardInfo;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.stream.ChangeStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The single writer of all state.
 *
 * <p>One turn takes what came in (reports, commands), lets the drivers that are due make a step,
 * publishes every change of that in one go, answers the commands, and hands the changes to the
 * hardware. Each command request and each hand-in of reports is a batch of its own: all of it
 * becomes true, or nothing. A thread takes turns without end (see {@link EngineThread}); a test
 * takes them by hand, with a clock of its own.
 *
 * <p>What comes in waits in bounded queues. Where they are full, a command is refused and a report
 * is declined: nobody waits.
 */
public final class StateEngine implements AutoCloseable {
  /** How many requests can wait. */
  public static final int MOST_REQUESTS = 1_024;

  private static final System.Logger LOG = System.getLogger(StateEngine.class.getName());
  private static final int MOST_REPORTS = 4_096;
  private static final int REQUESTS_A_TURN = 256;
  private static final Duration LONGEST_END = Duration.ofSeconds(1);

  private record Inbound(RunningBoard board, List<Report> reports) {}

  // Any thread.
  private final BlockingQueue<CommandRequest> requests = new ArrayBlockingQueue<>(MOST_REQUESTS);
  private final BlockingQueue<Inbound> reports = new ArrayBlockingQueue<>(MOST_REPORTS);
  private final ChangeStream stream;
  private volatile boolean closed;
  private volatile Runnable wakeUp = () -> {};

  // The engine's thread.
  private final InstantSource clock;
  private final Map<BoardId, RunningBoard> boards = new LinkedHashMap<>();
  private final CommandDesk desk = new CommandDesk(boards);
  private boolean started;
  private @Nullable Thread owner;

  /**
   * @param boards those of the state that {@code stream} begins with: see {@link InitialState}
   * @param clock the wall clock
   */
  public StateEngine(List<Board> boards, ChangeStream stream, InstantSource clock) {
    this.stream = stream;
    this.clock = clock;
    boards.forEach(board -> this.boards.put(board.spec().id(), new RunningBoard(board)));
  }

  /** The way out of what becomes true. Thread: any. */
  public ChangeStream stream() {
    return stream;
  }

  /**
   * Asks for commands to be carried out. Never blocks. Thread: any.
   *
   * <p>Where the hub can't take them, {@code request}'s answer is told so at once, by this thread.
   */
  public void submit(CommandRequest request) {
    if (closed) {
      refuse(request, "The hub is stopping.");
    } else if (!requests.offer(request)) {
      refuse(request, "Too many commands are waiting; try again in a moment.");
    } else {
      wakeUp.run();
      if (closed) {
        // It may have come in after close() looked.
        refuseWaiting();
      }
    }
  }

  private static void refuse(CommandRequest request, String detail) {
    request.answer().accept(new Outcome.Rejected(new Rejection.Unavailable(detail), 0));
  }

  /** Whether it takes commands; it does until it is closed. Thread: any. */
  public boolean isOpen() {
    return !closed;
  }

  /** Has {@code wakeUp} run whenever something came in. Thread: any, before the first turn. */
  void onInbound(Runnable wakeUp) {
    this.wakeUp = wakeUp;
  }

  /** Whether something waits for the next turn. Thread: any. */
  boolean hasInbound() {
    return !requests.isEmpty() || !reports.isEmpty();
  }

  /**
   * Takes one turn. Thread: always the same one.
   *
   * @param nanos the monotonic clock
   * @return when the next turn is due by itself, on the monotonic clock; or {@link Driver#NEVER}
   */
  public long step(long nanos) {
    assert isOwner() : "stepped by " + Thread.currentThread() + ", owned by " + owner;
    Turn turn = new Turn(stream.state(), new Moment(nanos, clock.millis()));
    startDrivers(turn);
    takeReports(turn);
    takeRequests(turn);
    stepDrivers(turn);
    publish(turn);
    turn.answers().forEach(StateEngine::answer);
    Turn faults = applied(turn);
    long due = nextDue(faults);
    publish(faults);
    boards.values().forEach(board -> board.log().write(turn.now()));
    return due;
  }

  private boolean isOwner() {
    if (owner == null) {
      owner = Thread.currentThread();
    }
    return Thread.currentThread().equals(owner);
  }

  private void startDrivers(Turn turn) {
    if (!started) {
      started = true;
      boards.values().forEach(board -> turn.batch(board, draft -> start(board, draft)));
    }
  }

  private void start(RunningBoard board, Draft draft) {
    board.start(observed -> offer(new Inbound(board, List.copyOf(observed))), draft);
  }

  private boolean offer(Inbound inbound) {
    boolean taken = !closed && reports.offer(inbound);
    wakeUp.run();
    return taken;
  }

  private void takeReports(Turn turn) {
    List<Inbound> taken = new ArrayList<>();
    reports.drainTo(taken);
    taken.forEach(one -> turn.batch(one.board, draft -> one.board.observe(one.reports, draft)));
  }

  private void takeRequests(Turn turn) {
    List<CommandRequest> taken = new ArrayList<>();
    requests.drainTo(taken, REQUESTS_A_TURN);
    for (CommandRequest request : taken) {
      Outcome outcome = desk.decide(request, turn);
      turn.answerLater(() -> request.answer().accept(outcome));
    }
  }

  private void stepDrivers(Turn turn) {
    for (RunningBoard board : boards.values()) {
      if (turn.now().isPast(board.nextDue(turn))) {
        board.step(turn);
      }
    }
  }

  private long nextDue(Turn turn) {
    return boards.values().stream()
        .mapToLong(board -> board.nextDue(turn))
        .min()
        .orElse(Driver.NEVER);
  }

  private void publish(Turn turn) {
    if (!turn.changes().isEmpty()) {
      stream.publish(List.copyOf(turn.changes()), turn.end());
      turn.changes().forEach(this::noteLink);
    }
  }

  private void noteLink(Change change) {
    RunningBoard board = boards.get(change.board());
    if (board != null && change instanceof Change.BoardChanged(var _, var _, BoardInfo info)) {
      board.log().became(info.link());
    }
  }

  private static void answer(Runnable answer) {
    try {
      answer.run();
    } catch (RuntimeException defect) {
      LOG.log(System.Logger.Level.ERROR, "the receiver of an answer failed", defect);
    }
  }

  /** Hands what became true to the hardware, and returns what its faults come to. */
  private Turn applied(Turn turn) {
    HubState state = stream.state();
    Map<BoardId, List<Change>> byBoard = new LinkedHashMap<>();
    for (Change change : turn.changes()) {
      byBoard.computeIfAbsent(change.board(), _ -> new ArrayList<>()).add(change);
    }
    Turn faults = new Turn(state, turn.now());
    byBoard.forEach((id, changes) -> {
      RunningBoard board = boards.get(id);
      if (board != null) {
        faults.batch(board, _ -> board.apply(changes, state.board(id).orElseThrow(), turn.now()));
      }
    });
    return faults;
  }

  /**
   * Refuses what waits and whatever still comes, and ends the drivers, for which it waits up to a
   * second. Thread: any, after the last turn.
   */
  @Override
  public void close() {
    closed = true;
    refuseWaiting();
    DriverEnds.await(
        boards.values().stream().<Runnable>map(board -> board::close).toList(), LONGEST_END);
  }

  private void refuseWaiting() {
    List<CommandRequest> waiting = new ArrayList<>();
    requests.drainTo(waiting);
    waiting.forEach(request -> refuse(request, "The hub is stopping."));
  }
}
