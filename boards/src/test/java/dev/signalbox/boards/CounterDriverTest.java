package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.boards.ports.SimulatedDisplay;
import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.Display;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.testkit.Commands;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CounterDriverTest {
  private static final PartAddress COUNTER = PartAddress.of("counter", "counter");
  private static final PartAddress DISPLAY = PartAddress.of("counter", "display");

  private SimulatedDisplay shown = new SimulatedDisplay();
  private SteppedHub hub = hub(CounterSettings.DEFAULT);

  private SteppedHub hub(CounterSettings settings) {
    shown = new SimulatedDisplay();
    return SteppedHub.of(board(settings));
  }

  private Board board(CounterSettings settings) {
    return CounterDriver.board(new BoardId("counter"), "Counter", settings, shown);
  }

  private static CounterSettings counting(int step, Duration interval, int from) {
    return new CounterSettings(
        "Counter", step, interval, from, Optional.of(CounterSettings.Face.DEFAULT));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private int value() {
    return hub.part(COUNTER, Counter.class).value();
  }

  @Test
  void start_showsTheFirstValue() {
    assertEquals(new Counter("Counter", 0, 1, 500), hub.part(COUNTER, Counter.class));
    assertEquals(new Display("Display", "   0", true, 7), hub.part(DISPLAY, Display.class));
    assertEquals("   0", shown.visible());
    assertEquals(List.of(), hub.changes());
  }

  @Test
  void counter_addsEveryInterval() {
    hub.step(Duration.ofMillis(499));
    assertEquals(0, value());

    hub.step(Duration.ofMillis(1));
    assertEquals(1, value());

    hub.step(Duration.ofSeconds(10));
    assertEquals(21, value());
    assertEquals("  21", shown.visible());
  }

  @Test
  void counter_addsTheStepOfItsSettings() {
    hub = hub(counting(-7, Duration.ofMillis(10), 3));

    hub.step(Duration.ofMillis(20));

    assertEquals(-11, value());
    assertEquals(" -11", shown.visible());
  }

  @Test
  void counter_withStepZero_isNeverDue() {
    hub = hub(counting(0, Duration.ofMillis(10), 3));

    hub.step(Duration.ofDays(1));

    assertEquals(3, value());
    assertEquals(Driver.NEVER, hub.nextDue());
  }

  @Test
  void counter_pastTheLargest_wraps() {
    hub = hub(counting(2, Duration.ofMillis(500), Integer.MAX_VALUE));

    hub.step(Duration.ofMillis(500));

    assertEquals(Integer.MIN_VALUE + 1, value());
    assertEquals("-647", shown.visible());
  }

  @Test
  void display_followsInTheSameBatch() {
    hub.stream().listen(this::assertTextFits);

    hub.step(Duration.ofSeconds(2));
    hub.submit(Commands.set(COUNTER, "value", 1_234));

    assertEquals("1234", hub.part(DISPLAY, Display.class).text());
    assertEquals(10, hub.changes().size());
  }

  private void assertTextFits() {
    String text = hub.part(DISPLAY, Display.class).text();
    assertEquals(FourDigits.of(value()), text);
  }

  @Test
  void set_keepsTheCadence() {
    hub.step(Duration.ofMillis(1_300));

    hub.submit(Commands.set(COUNTER, "value", 100));
    assertEquals(" 100", shown.visible());

    hub.step(Duration.ofMillis(199));
    assertEquals(100, value());
    hub.step(Duration.ofMillis(1));
    assertEquals(101, value());
  }

  @Test
  void lateTurns_areMadeUpForOneByOne() {
    hub.clock().step(Duration.ofMillis(1_600));
    hub.settle();

    assertEquals(3, value());
    assertEquals(List.of(1, 2, 3), countedValues());

    hub.step(Duration.ofMillis(400));
    assertEquals(4, value());
  }

  private List<Integer> countedValues() {
    List<Integer> values = new ArrayList<>();
    for (Change change : hub.changes()) {
      if (change instanceof Change.PartChanged changed
          && changed.part() instanceof Counter counter) {
        values.add(counter.value());
      }
    }
    return values;
  }

  @Test
  void longPause_isNotCounted() {
    hub.clock().step(Duration.ofDays(1).plusMillis(100));
    hub.settle();
    assertEquals(1, value());

    hub.step(Duration.ofMillis(400));
    assertEquals(2, value());
  }

  @Test
  void board_withoutDisplay_countsAll() {
    hub = hub(new CounterSettings("Counter", 1, Duration.ofMillis(500), 0, Optional.empty()));

    hub.step(Duration.ofSeconds(1));

    assertEquals(2, value());
    assertTrue(hub.state().part(DISPLAY).isEmpty());
    assertEquals("", shown.visible());
  }
}
