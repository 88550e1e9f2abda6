package dev.signalbox.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.BoardSpec;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.engine.Reports;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.model.Sensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SteppedHubTest {
  private static final PartAddress LAMP = PartAddress.of("desk", "lamp");
  private static final PartAddress TICKS = PartAddress.of("desk", "ticks");

  /** Ticks at its own pace and keeps the instants at which it was asked to. */
  private static final class Ticker implements Driver {
    private final long everyNanos;
    private final List<Long> steps = new ArrayList<>();
    private long due = NEVER;
    private Reports reports = _ -> false;

    Ticker(Duration every) {
      everyNanos = every.toNanos();
    }

    @Override
    public List<Report> start(BoardState board, Reports inbox, Moment now) {
      due = now.nanos() + everyNanos;
      reports = inbox;
      return List.of();
    }

    @Override
    public long nextDue() {
      return due;
    }

    @Override
    public List<Report> step(BoardState board, Moment now) {
      steps.add(now.nanos());
      due += everyNanos;
      return List.of(Report.Observed.of(TICKS.part(), "value", steps.size()));
    }
  }

  private static SteppedHub hub(Driver driver) {
    Map<PartId, Part> parts =
        Map.of(LAMP.part(), new Led("Lamp", false), TICKS.part(), new Sensor("Ticks", 0, "", 0));
    return SteppedHub.of(
        new Board(new BoardSpec(new BoardId("desk"), "Desk", "desk", parts, Map.of()), driver));
  }

  @Test
  void step_takesATurnAtEveryDueTimeOnTheWay() {
    Ticker ticker = new Ticker(Duration.ofMillis(7));
    try (SteppedHub hub = hub(ticker)) {
      long start = hub.clock().nanos();

      hub.step(Duration.ofMillis(20));

      assertEquals(List.of(start + 7_000_000, start + 14_000_000), ticker.steps);
      assertEquals(start + 20_000_000, hub.clock().nanos());
      assertEquals(2, hub.part(TICKS, Sensor.class).value());
      assertEquals(2, hub.changes().size());
      assertEquals(start + 21_000_000, hub.nextDue());
    }
  }

  @Test
  void step_endingOnADueTime_takesThatTurnToo() {
    Ticker ticker = new Ticker(Duration.ofMillis(7));
    try (SteppedHub hub = hub(ticker)) {
      hub.step(Duration.ofMillis(14));

      assertEquals(2, ticker.steps.size());
    }
  }

  @Test
  void of_aDriverThatNeverComesToRest_fails() {
    Ticker restless = new Ticker(Duration.ZERO);

    AssertionError stopped = assertThrows(AssertionError.class, () -> hub(restless));

    assertTrue(stopped.getMessage().startsWith("a driver is due again and again"));
  }

  @Test
  void submit_isAnsweredAtOnce() {
    try (SteppedHub hub = hub(new Ticker(Duration.ofDays(1)))) {
      Outcome outcome = hub.submit(Commands.toggle(LAMP), Commands.set(LAMP, "name", "Light"));

      assertInstanceOf(Outcome.Accepted.class, outcome);
      assertEquals(new Led("Light", true), hub.part(LAMP, Led.class));
      assertEquals(2, hub.changes().size());
    }
  }

  @Test
  void settle_takesInWhatAnotherThreadReported() {
    Ticker ticker = new Ticker(Duration.ofDays(1));
    try (SteppedHub hub = hub(ticker)) {
      ticker.reports.offer(List.of(Report.Observed.of(LAMP.part(), "lit", true)));

      hub.settle();

      assertTrue(hub.part(LAMP, Led.class).lit());
      assertEquals(1, hub.changesAfter(0).size());
    }
  }

  @Test
  void part_ofAnotherKind_isRefused() {
    try (SteppedHub hub = hub(new Ticker(Duration.ofDays(1)))) {
      assertThrows(ClassCastException.class, () -> hub.part(LAMP, Sensor.class));
    }
  }
}
