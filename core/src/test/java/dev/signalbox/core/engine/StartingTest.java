package dev.signalbox.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.fixture.CountingDriver;
import dev.signalbox.core.fixture.FaultyDriver;
import dev.signalbox.core.fixture.FaultyDriver.Call;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.Display;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.model.SavedSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How drivers begin. */
class StartingTest {
  private final Rig rig = new Rig(List.of(Boards.counter(), Boards.toggle()), SavedSettings.NONE);
  private final FaultyDriver counter = rig.driver(Boards.COUNTER);

  private Link link() {
    return rig.state().board(Boards.COUNTER).orElseThrow().info().link();
  }

  @Test
  void start_fails_isTriedAgainAfterASecond() {
    counter.failOnce(Call.START);
    rig.turn();
    assertEquals(new Link.Offline(rig.clock().millis(), "no START"), link());
    assertEquals(0, counter.calls(Call.APPLY), "not before it began");
    rig.accept(Commands.toggle("toggle/led"));
    rig.pass(999);
    assertEquals(1, counter.calls(Call.START));
    rig.pass(1);
    assertEquals(2, counter.calls(Call.START));
    assertEquals(0, counter.calls(Call.STEP));
    assertEquals(new Link.Online(), link());
    rig.pass(500);
    assertEquals(1, rig.part("counter", "counter", Counter.class).value());
  }

  @Test
  void start_reports_areFollowed() {
    Driver driver =
        new Driver() {
          private final Driver counting = new CountingDriver();

          @Override
          public List<Report> start(BoardState board, Reports reports, Moment now) {
            return List.of(Report.Observed.of(CountingDriver.COUNTER, "value", 42));
          }

          @Override
          public List<Report> follow(BoardState before, BoardState after, Moment now) {
            return counting.follow(before, after, now);
          }
        };
    BoardSpec spec = Boards.counter().spec();
    Rig resumed = Rig.of(new Board(spec, new FaultyDriver(driver)));
    assertEquals("42", resumed.part("counter", "display", Display.class).text());
  }
}
