package dev.signalbox.testkit;

import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.CommandRequest;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.InitialState;
import dev.signalbox.core.engine.StateEngine;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.ChangeStream;
import dev.signalbox.core.stream.Cursor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A hub without threads: its engine takes turns when a test lets time pass, at every instant that
 * is due on the way, and at once for a command. Owned by the test's thread.
 */
public final class SteppedHub implements AutoCloseable {
  private static final String EPOCH = "0000000000001";
  private static final int MOST_TURNS_AT_AN_INSTANT = 10_000;

  private final SteppedClock clock;
  private final ChangeStream stream;
  private final StateEngine engine;
  private final Cursor cursor;
  private final List<Change> changes = new ArrayList<>();
  private long due;

  private SteppedHub(SteppedClock clock, List<Board> boards, SavedSettings saved) {
    this.clock = clock;
    HubState initial = InitialState.of("Test hub", EPOCH, boards, saved, clock.millis());
    stream = new ChangeStream(initial, new ChangeLog(ChangeLog.DEFAULT_CAPACITY));
    engine = new StateEngine(boards, stream, clock);
    cursor = stream.cursor();
  }

  /** A hub of these boards with a clock of its own, started. */
  public static SteppedHub of(Board... boards) {
    return of(new SteppedClock(), List.of(boards), SavedSettings.NONE);
  }

  /**
   * A hub of these boards, started.
   *
   * @param saved what an earlier run kept
   */
  public static SteppedHub of(SteppedClock clock, List<Board> boards, SavedSettings saved) {
    SteppedHub hub = new SteppedHub(clock, boards, saved);
    hub.settle();
    return hub;
  }

  /** The clock of this hub; stepping it by hand lets time pass in which the hub takes no turn. */
  public SteppedClock clock() {
    return clock;
  }

  /** The way of the changes out of this hub. */
  public ChangeStream stream() {
    return stream;
  }

  /** The engine, for what this class has no words for. Only {@link #settle()} may step it. */
  public StateEngine engine() {
    return engine;
  }

  /** When the next turn is due by itself, on the monotonic clock; or {@link Driver#NEVER}. */
  public long nextDue() {
    return due;
  }

  /**
   * Lets time pass, with a turn at each instant that becomes due on the way.
   *
   * @throws AssertionError if the hub does not come to rest at one of them
   */
  public void step(Duration by) {
    settle();
    long end = clock.nanos() + by.toNanos();
    while (due != Driver.NEVER && due <= end) {
      passTo(due);
      settle();
    }
    passTo(end);
    settle();
  }

  private void passTo(long nanos) {
    clock.step(Duration.ofNanos(nanos - clock.nanos()));
  }

  /**
   * Takes in what has come in, with turns until nothing more is due now.
   *
   * @throws AssertionError if that does not end
   */
  public void settle() {
    int turns = 0;
    do {
      if (++turns > MOST_TURNS_AT_AN_INSTANT) {
        throw new AssertionError("a driver is due again and again at " + due);
      }
      due = engine.step(clock.nanos());
      changes.addAll(cursor.advance().orElseThrow());
    } while (due <= clock.nanos());
  }

  /** Carries out commands as one request and returns how it ended. */
  public Outcome submit(Command... commands) {
    AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();
    engine.submit(CommandRequest.of(List.of(commands), outcome::set));
    settle();
    return Objects.requireNonNull(outcome.get(), "the request was not answered");
  }

  /** What is true now. */
  public HubState state() {
    return stream.state();
  }

  /**
   * One board as it is now.
   *
   * @throws java.util.NoSuchElementException if there is none of that id
   */
  public BoardState board(String id) {
    return state().board(new BoardId(id)).orElseThrow();
  }

  /**
   * One part as it is now.
   *
   * @throws java.util.NoSuchElementException if there is none at that address
   * @throws ClassCastException if it is of another kind
   */
  public <P extends Part> P part(PartAddress address, Class<P> kind) {
    return kind.cast(state().part(address).map(PartState::part).orElseThrow());
  }

  /** Every change from the start to now. */
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /** Every change after the first {@code count}. */
  public List<Change> changesAfter(int count) {
    return List.copyOf(changes.subList(count, changes.size()));
  }

  @Override
  public void close() {
    engine.close();
  }
}
