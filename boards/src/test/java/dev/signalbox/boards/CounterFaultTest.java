package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.Report;
import dev.signalbox.testkit.Commands;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A counter board whose display finds by itself, between two writes, that it can't show. */
class CounterFaultTest {
  private static final PartAddress COUNTER = PartAddress.of("counter", "counter");
  private static final PartAddress DISPLAY = PartAddress.of("counter", "display");
  private static final String UNPLUGGED = "No acknowledge from the display.";

  private final FaultyDisplay display = new FaultyDisplay();

  private SteppedHub hub() {
    return SteppedHub.of(board(CounterSettings.DEFAULT));
  }

  private Board board(CounterSettings settings) {
    return CounterDriver.board(new BoardId("counter"), "Counter", settings, display);
  }

  private static int value(SteppedHub hub) {
    return hub.part(COUNTER, Counter.class).value();
  }

  private static LinkOf link(SteppedHub hub) {
    return new LinkOf(hub);
  }

  @Test
  void unpluggedDisplay_takesTheBoardOfflineAtOnce() {
    SteppedHub hub = hub();
    hub.step(Duration.ofMillis(100));
    display.fail(UNPLUGGED);
    hub.settle();

    link(hub).assertOffline(UNPLUGGED);
    assertInstanceOf(Outcome.Rejected.class, hub.submit(Commands.set(DISPLAY, "on", false)));
  }

  @Test
  void counter_goesOnWhileItsDisplayIsUnplugged() {
    SteppedHub hub = hub();
    display.fail(UNPLUGGED);
    for (int count = 1; count <= 300; count++) {
      hub.step(Duration.ofMillis(500));
      assertEquals(count, value(hub));
    }

    link(hub).assertOffline(UNPLUGGED);
    assertEquals(1, link(hub).changes());
  }

  @Test
  void displayPluggedInAgain_bringsTheBoardBackAtOnce() {
    SteppedHub hub = hub();
    display.fail(UNPLUGGED);
    hub.step(Duration.ofMillis(1_700));
    display.mend();
    hub.settle();

    link(hub).assertOnline();
    assertEquals(2, link(hub).changes());
    assertEquals("   3", display.shown.visible());
    hub.step(Duration.ofMillis(299));
    assertEquals(3, value(hub));
    hub.step(Duration.ofMillis(1));
    assertEquals(4, value(hub));
  }

  @Test
  void displayUnpluggedFromTheStart_isSaidAtTheStart() {
    display.fail(UNPLUGGED);
    SteppedHub hub = hub();
    link(hub).assertOffline(UNPLUGGED);

    hub.step(Duration.ofSeconds(1));
    assertEquals(2, value(hub));
    display.mend();
    hub.settle();
    link(hub).assertOnline();
  }

  @Test
  void otherReason_isSaidAndKeepsSinceWhen() {
    SteppedHub hub = hub();
    display.fail(UNPLUGGED);
    hub.settle();
    long since = assertInstanceOf(Link.Offline.class, link(hub).now()).since();
    hub.step(Duration.ofSeconds(1));
    display.fail("The chip is gone.");
    hub.settle();

    assertEquals(new Link.Offline(since, "The chip is gone."), link(hub).now());
  }

  @Test
  void counterThatOnlyCommandsSet_isToldAsWell() {
    SteppedHub hub =
        SteppedHub.of(
            board(
                new CounterSettings(
                    "Counter",
                    0,
                    Duration.ofSeconds(1),
                    3,
                    Optional.of(CounterSettings.Face.DEFAULT))));
    display.fail(UNPLUGGED);
    hub.settle();
    link(hub).assertOffline(UNPLUGGED);
    assertEquals(Driver.NEVER, hub.nextDue());

    display.mend();
    hub.settle();
    link(hub).assertOnline();
  }

  @Test
  void displayThatRefusesAWriteToo_isNotOnlineBeforeBothAreGood() {
    SteppedHub hub = hub();
    display.fail(UNPLUGGED);
    hub.settle();
    display.refuse("The line is gone.");
    hub.step(Duration.ofMillis(500));
    display.mend();
    hub.settle();
    link(hub).assertOffline("The line is gone.");

    display.refuse(null);
    hub.step(Duration.ofSeconds(1));
    link(hub).assertOnline();
    assertEquals("   3", display.shown.visible());
  }

  @Test
  void displayPluggedInAgain_isWrittenAnew() {
    SteppedHub hub = hub();
    display.fail(UNPLUGGED);
    hub.settle();
    display.shown.show("8888", true, 7);
    display.mend();
    hub.settle();

    assertEquals("   0", display.shown.visible());
  }

  @Test
  void step_reportsTheLinkOnlyWhenItIsNews() {
    Driver driver = board(CounterSettings.DEFAULT).driver();
    Moment now = new Moment(0, 0);
    try (SteppedHub hub = hub()) {
      driver.start(hub.board("counter"), _ -> true, now);
      assertEquals(List.of(), driver.step(hub.board("counter"), now));
    }
  }

  @Test
  void fault_wakesTheEngine() {
    Board board = board(CounterSettings.DEFAULT);
    List<List<Report>> offered = new ArrayList<>();
    try (SteppedHub hub = hub();
        Driver driver = board.driver()) {
      driver.start(hub.board("counter"), offered::add, new Moment(0, 0));
      display.fail(UNPLUGGED);

      assertEquals(List.of(List.of()), offered);
      assertTrue(new Moment(0, 0).isPast(driver.nextDue()), "due at " + driver.nextDue());
    }
  }
}
