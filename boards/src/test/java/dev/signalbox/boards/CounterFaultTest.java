package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Change;
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

  private static Link link(SteppedHub hub) {
    return hub.board("counter").info().link();
  }

  private static void assertOffline(String reason, SteppedHub hub) {
    assertEquals(reason, assertInstanceOf(Link.Offline.class, link(hub)).reason());
  }

  private static void assertOnline(SteppedHub hub) {
    assertInstanceOf(Link.Online.class, link(hub));
  }

  private static long linkChanges(SteppedHub hub) {
    return hub.changes().stream().filter(Change.BoardChanged.class::isInstance).count();
  }

  @Test
  void unpluggedDisplay_takesTheBoardOfflineAtOnce() {
    SteppedHub hub = hub();
    hub.step(Duration.ofMillis(100));
    display.unplug(UNPLUGGED);
    hub.settle();

    assertOffline(UNPLUGGED, hub);
    assertInstanceOf(Outcome.Rejected.class, hub.submit(Commands.set(DISPLAY, "on", false)));
  }

  @Test
  void counter_goesOnWhileItsDisplayIsUnplugged() {
    SteppedHub hub = hub();
    display.unplug(UNPLUGGED);
    for (int count = 1; count <= 300; count++) {
      hub.step(Duration.ofMillis(500));
      assertEquals(count, value(hub));
    }

    assertOffline(UNPLUGGED, hub);
    assertEquals(1, linkChanges(hub));
  }

  @Test
  void displayPluggedInAgain_bringsTheBoardBackAtOnce() {
    SteppedHub hub = hub();
    display.unplug(UNPLUGGED);
    hub.step(Duration.ofMillis(1_700));
    display.plugIn();
    hub.settle();

    assertOnline(hub);
    assertEquals(2, linkChanges(hub));
    assertEquals("   3", display.shown.visible());
    hub.step(Duration.ofMillis(299));
    assertEquals(3, value(hub));
    hub.step(Duration.ofMillis(1));
    assertEquals(4, value(hub));
  }

  @Test
  void displayUnpluggedFromTheStart_isSaidAtTheStart() {
    display.unplug(UNPLUGGED);
    SteppedHub hub = hub();
    assertOffline(UNPLUGGED, hub);

    hub.step(Duration.ofSeconds(1));
    assertEquals(2, value(hub));
    display.plugIn();
    hub.settle();
    assertOnline(hub);
  }

  @Test
  void otherReason_isSaidAndKeepsSinceWhen() {
    SteppedHub hub = hub();
    display.unplug(UNPLUGGED);
    hub.settle();
    long since = assertInstanceOf(Link.Offline.class, link(hub)).since();
    hub.step(Duration.ofSeconds(1));
    display.unplug("The chip is gone.");
    hub.settle();

    assertEquals(new Link.Offline(since, "The chip is gone."), link(hub));
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
    display.unplug(UNPLUGGED);
    hub.settle();
    assertOffline(UNPLUGGED, hub);
    assertEquals(Driver.NEVER, hub.nextDue());

    display.plugIn();
    hub.settle();
    assertOnline(hub);
  }

  @Test
  void displayThatRefusesAWriteToo_isNotOnlineBeforeBothAreGood() {
    SteppedHub hub = hub();
    display.unplug(UNPLUGGED);
    hub.settle();
    display.refuse("The line is gone.");
    hub.step(Duration.ofMillis(500));
    assertOffline("The line is gone.", hub);

    display.refuse(null);
    hub.step(Duration.ofSeconds(2));
    assertOffline(UNPLUGGED, hub);

    display.plugIn();
    hub.settle();
    assertOnline(hub);
  }

  @Test
  void fault_wakesTheEngine() {
    Board board = board(CounterSettings.DEFAULT);
    List<List<Report>> offered = new ArrayList<>();
    try (SteppedHub hub = hub();
        Driver driver = board.driver()) {
      driver.start(hub.board("counter"), offered::add, new Moment(0, 0));
      display.unplug(UNPLUGGED);

      assertEquals(List.of(List.of()), offered);
      assertTrue(new Moment(0, 0).isPast(driver.nextDue()), "due at " + driver.nextDue());
    }
  }
}
