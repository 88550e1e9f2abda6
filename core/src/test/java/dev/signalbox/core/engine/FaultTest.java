package dev.signalbox.core.engine;

import static dev.signalbox.core.fixture.Commands.press;
import static dev.signalbox.core.fixture.Commands.set;
import static dev.signalbox.core.fixture.Commands.toggle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.CountingDriver;
import dev.signalbox.core.fixture.FaultyDriver;
import dev.signalbox.core.fixture.FaultyDriver.Call;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.model.SavedSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A driver that fails takes its board offline, and nothing else. */
class FaultTest {
  private static final long SECOND_NANOS = 1_000_000_000;

  private final Rig rig =
      new Rig(List.of(Boards.counter(), Boards.toggle(), Boards.yard()), SavedSettings.NONE);
  private final FaultyDriver counter = rig.driver(Boards.COUNTER);
  private final FaultyDriver toggle = rig.driver(Boards.TOGGLE);

  private Link link(BoardId board) {
    return rig.state().board(board).orElseThrow().info().link();
  }

  private void assertOffline(BoardId board, String reason) {
    assertEquals(new Link.Offline(rig.clock().millis(), reason), link(board));
  }

  private int count() {
    return rig.part("counter", "counter", Counter.class).value();
  }

  @Test
  void step_fails_boardIsOfflineAndHeldOffForASecond() {
    rig.turn();
    counter.failOnce(Call.STEP);
    long due = rig.pass(500);
    assertOffline(Boards.COUNTER, "no STEP");
    assertEquals(0, count());
    assertEquals(rig.clock().nanos() + SECOND_NANOS, due);
    rig.pass(999);
    assertEquals(1, counter.calls(Call.STEP));
    rig.pass(1);
    assertEquals(2, counter.calls(Call.STEP));
    assertEquals(new Link.Online(), link(Boards.COUNTER));
    assertEquals(1, count());
  }

  @Test
  void step_failsOnAndOn_staysOfflineSinceTheFirstTime() {
    rig.turn();
    counter.failOnce(Call.STEP);
    rig.pass(500);
    Link since = link(Boards.COUNTER);
    long sequence = rig.state().sequence();
    counter.failOnce(Call.STEP);
    rig.pass(1_000);
    assertEquals(since, link(Boards.COUNTER));
    assertEquals(sequence, rig.state().sequence(), "nothing new to say");
    counter.failOnce(Call.STEP, new DriverFault("worse"));
    rig.pass(1_000);
    assertEquals(new Link.Offline(((Link.Offline) since).since(), "worse"), link(Boards.COUNTER));
  }

  @ParameterizedTest
  @EnumSource(names = {"STEP", "FOLLOW", "NEXT_DUE", "APPLY"})
  void fault_whileTimePasses_leavesTheOtherBoardsRunning(Call call) {
    rig.turn();
    counter.failOnce(call);
    rig.pass(500);
    assertOffline(Boards.COUNTER, "no " + call);
    rig.accept(toggle("toggle/led"), toggle("yard/out1"));
    assertInstanceOf(Rejection.BoardOffline.class, rig.refuse(set("counter/counter", "value", 1)));
    rig.pass(1_000);
    assertEquals(new Link.Online(), link(Boards.COUNTER));
    rig.accept(set("counter/counter", "value", 1));
  }

  @Test
  void fault_ofADriverThatIsNotDue_isTriedAgainAllTheSame() {
    rig.turn();
    toggle.failOnce(Call.APPLY);
    rig.accept(toggle("toggle/led"));
    toggle.failOnce(Call.STEP);
    rig.pass(1_000);
    assertEquals(1, toggle.calls(Call.STEP));
    assertInstanceOf(Link.Offline.class, link(Boards.TOGGLE));
    rig.pass(1_000);
    assertEquals(2, toggle.calls(Call.STEP));
    assertEquals(new Link.Online(), link(Boards.TOGGLE));
    rig.pass(10_000);
    assertEquals(2, toggle.calls(Call.STEP), "never due by itself");
  }

  @Test
  void follow_fails_noneOfItsBatchIsTrue() {
    rig.turn();
    counter.failOnce(Call.FOLLOW);
    rig.pass(500);
    assertEquals(0, count());
    assertEquals(1, rig.changes().size());
  }

  @Test
  void press_fails_refusesAndTakesTheBoardOffline() {
    rig.turn();
    toggle.failOnce(Call.PRESS, new DriverFault("stuck"));
    Outcome outcome = rig.ask(toggle("yard/out1"), press("toggle/button"));
    assertEquals(
        new Outcome.Rejected(new Rejection.BoardOffline(Boards.TOGGLE, "stuck"), 1), outcome);
    assertOffline(Boards.TOGGLE, "stuck");
    assertEquals(1, rig.changes().size(), "none of the batch");
    rig.accept(toggle("yard/out1"));
    rig.pass(1_000);
    assertEquals(new Link.Online(), link(Boards.TOGGLE));
  }

  @Test
  void follow_ofACommand_fails_refusesIt() {
    rig.turn();
    toggle.failOnce(Call.FOLLOW, new DriverFault("stuck"));
    assertEquals(
        new Outcome.Rejected(new Rejection.BoardOffline(Boards.TOGGLE, "stuck"), 0),
        rig.ask(toggle("toggle/led")));
    assertFalse(rig.part("toggle", "led", Led.class).lit());
    assertOffline(Boards.TOGGLE, "stuck");
  }

  @Test
  void apply_fails_afterTheCommandWasAccepted() {
    rig.turn();
    toggle.failOnce(Call.APPLY, new DriverFault("burnt"));
    rig.accept(toggle("toggle/led"));
    assertTrue(rig.part("toggle", "led", Led.class).lit());
    assertOffline(Boards.TOGGLE, "burnt");
    assertEquals(2, rig.published().size());
  }

  @Test
  void apply_getsTheChangesOfItsBoardOnly() {
    rig.turn();
    rig.accept(toggle("toggle/led"), toggle("yard/out1"), set("toggle/note", "value", "a"));
    List<Change> changes = rig.changes();
    assertEquals(List.of(changes.get(0), changes.get(2)), toggle.applied());
    assertEquals(List.of(), counter.applied());
  }

  @Test
  void fault_thatIsADefect_namesIt() {
    rig.turn();
    counter.failOnce(Call.STEP, new IllegalStateException("oops"));
    rig.pass(500);
    assertOffline(Boards.COUNTER, "its driver failed: java.lang.IllegalStateException: oops");
  }

  @Test
  void observed_thatBreaksARule_takesTheBoardOffline() {
    rig.turn();
    rig.observe(Boards.COUNTER, Report.Observed.of(CountingDriver.COUNTER, "value", "many"));
    Link.Offline offline = assertInstanceOf(Link.Offline.class, link(Boards.COUNTER));
    assertTrue(offline.reason().contains("'value' is many"), offline::reason);
    assertEquals(0, count());
    rig.pass(1_000);
    assertEquals(new Link.Online(), link(Boards.COUNTER));
  }

  @Test
  void step_thatBringsTheBoardBack_isGivenItOnlineAndMayReportItLost() {
    List<Link> seen = new ArrayList<>();
    Driver driver =
        new Driver() {
          @Override
          public List<Report> step(BoardState board, Moment now) {
            seen.add(board.info().link());
            return List.of(new Report.LinkLost("no COUNTER"));
          }
        };
    FaultyDriver faulty = new FaultyDriver(driver);
    Rig other = Rig.of(new Board(Boards.counter().spec(), faulty));
    faulty.failOnce(Call.APPLY, new DriverFault("no COUNTER"));
    other.accept(set("counter/counter", "value", 1));
    other.pass(1_000);

    assertEquals(List.of(new Link.Online()), seen);
    BoardState board = other.state().board(Boards.COUNTER).orElseThrow();
    assertEquals("no COUNTER", assertInstanceOf(Link.Offline.class, board.info().link()).reason());
  }

  @Test
  void close_endsEveryDriver_evenIfOneFails() {
    rig.turn();
    counter.failOnce(Call.CLOSE);
    rig.engine().close();
    assertEquals(1, toggle.calls(Call.CLOSE));
    assertEquals(1, rig.driver(Boards.YARD).calls(Call.CLOSE));
  }
}
