package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.signalbox.boards.ports.SegmentDisplay;
import dev.signalbox.boards.ports.SimulatedDisplay;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.Display;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.testkit.Commands;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The display of a counter board as hardware: what is written, and what happens when it fails. */
class CounterDisplayTest {
  private static final PartAddress COUNTER = PartAddress.of("counter", "counter");
  private static final PartAddress DISPLAY = PartAddress.of("counter", "display");

  private final SimulatedDisplay shown = new SimulatedDisplay();
  private final AtomicBoolean broken = new AtomicBoolean();
  private final List<String> writes = new ArrayList<>();

  private final SegmentDisplay display =
      (text, on, brightness) -> {
        if (broken.get()) {
          throw new DriverFault("The display does not answer.");
        }
        writes.add(text);
        shown.show(text, on, brightness);
      };

  private SteppedHub hub() {
    return SteppedHub.of(
        CounterDriver.board(new BoardId("counter"), "Counter", CounterSettings.DEFAULT, display));
  }

  private static void assertLink(Class<? extends Link> kind, SteppedHub hub) {
    assertInstanceOf(kind, hub.board("counter").info().link());
  }

  @Test
  void display_dimmedAndSwitchedOff() {
    SteppedHub hub = hub();
    hub.submit(Commands.set(DISPLAY, "brightness", 2));
    assertEquals(2, shown.brightness());

    hub.submit(Commands.set(DISPLAY, "on", false));
    assertEquals("", shown.visible());

    hub.step(Duration.ofMillis(500));
    assertEquals("   1", hub.part(DISPLAY, Display.class).text());
    assertEquals("", shown.visible());
  }

  @Test
  void display_thatFails_takesTheBoardOfflineUntilItWorks() {
    SteppedHub hub = hub();
    broken.set(true);
    hub.step(Duration.ofMillis(3_600));

    assertLink(Link.Offline.class, hub);
    assertEquals(7 * 2 + 1, hub.changes().size(), "values and texts, offline once");
    assertInstanceOf(Outcome.Rejected.class, hub.submit(Commands.set(COUNTER, "value", 5)));

    broken.set(false);
    hub.step(Duration.ofSeconds(1));

    assertLink(Link.Online.class, hub);
    assertEquals(9, hub.part(COUNTER, Counter.class).value());
    assertEquals("   9", shown.visible());
  }

  @Test
  void display_thatFailsOnlyOnce_isBackAfterASecond() {
    SteppedHub hub = hub();
    broken.set(true);
    hub.submit(Commands.set(COUNTER, "value", 5));
    assertEquals("   5", hub.part(DISPLAY, Display.class).text());
    assertEquals("   0", shown.visible());
    assertLink(Link.Offline.class, hub);

    broken.set(false);
    hub.step(Duration.ofMillis(999));
    assertLink(Link.Offline.class, hub);

    hub.step(Duration.ofMillis(1));
    assertLink(Link.Online.class, hub);
    assertEquals("   7", shown.visible());
  }

  @Test
  void display_thatFailsAtTheStart_isTriedAgain() {
    broken.set(true);
    SteppedHub hub = hub();
    hub.step(Duration.ofMillis(2_500));
    assertLink(Link.Offline.class, hub);

    broken.set(false);
    hub.step(Duration.ofMillis(500));

    assertLink(Link.Online.class, hub);
    assertEquals("   6", shown.visible());

    hub.step(Duration.ofMillis(500));
    assertEquals("   7", shown.visible());
  }

  @Test
  void display_isWrittenOnlyWhatDiffers() {
    SteppedHub hub = hub();
    hub.submit(Commands.set(COUNTER, "name", "Trains"));
    hub.submit(Commands.set(DISPLAY, "name", "Digits"));
    hub.step(Duration.ofMillis(500));

    assertEquals(List.of("   0", "   1"), writes);
  }
}
