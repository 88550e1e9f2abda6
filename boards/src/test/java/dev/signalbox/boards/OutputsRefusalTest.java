package dev.signalbox.boards;

import static dev.signalbox.boards.OutputsRig.OUT1;
import static dev.signalbox.boards.OutputsRig.OUT2;
import static dev.signalbox.boards.TwoOutputs.GONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.testkit.Commands;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A board of outputs of which one refuses to be set. */
class OutputsRefusalTest {
  private final TwoOutputs board = new TwoOutputs();
  private final FaultyPwm first = board.first;
  private final FaultyPwm second = board.second;
  private final SteppedHub hub = board.hub;
  private final LinkOf link = board.link;

  @AfterEach
  void close() {
    board.close();
  }

  @Test
  void refusal_ofOneOutput_leavesTheOthersInTime() {
    board.blink(OUT1, 30);
    board.blink(OUT2, 70);
    first.refuse(GONE);
    board.passHolding(second, OUT2, 3_500);
    link.assertOffline(GONE);
    assertEquals(2, second.writes.stream().distinct().count());
  }

  @Test
  void chase_overAFaultyOutput_lightsTheOthersInTime() {
    hub.submit(
        Commands.make("yard", "chase", Map.of("members", List.of("out1", "out2"), "interval", 60)));
    first.refuse(GONE);
    board.passHolding(second, OUT2, 2_500);

    first.refuse(null);
    hub.step(Duration.ofSeconds(1));
    link.assertOnline();
    board.passHolding(first, OUT1, 500);
  }

  @Test
  void refusedWrite_isTriedEachSecond() {
    board.blink(OUT1, 30);
    first.refuse(GONE);
    hub.step(Duration.ofMillis(30));
    int before = first.tries();
    hub.step(Duration.ofSeconds(20));

    assertEquals(20, first.tries() - before);
    assertEquals(1, link.changes(), "offline, once");
  }

  @Test
  void write_thatFails_doesNotKeepTheOthersFromTheirs() {
    for (FaultyPwm faulty : List.of(first, second)) {
      FaultyPwm other = faulty == first ? second : first;
      faulty.refuse("The line can't be set.");
      hub.submit(Commands.set(OUT1, "active", true), Commands.set(OUT2, "active", true));
      assertEquals(100, other.writes.getLast());
      link.assertOffline("The line can't be set.");

      faulty.refuse(null);
      other.writes.clear();
      hub.step(Duration.ofSeconds(1));
      link.assertOnline();
      assertEquals(100, faulty.writes.getLast());
      assertEquals(List.of(), other.writes, "it had that already");
      hub.submit(Commands.set(OUT1, "active", false), Commands.set(OUT2, "active", false));
    }
  }

  @Test
  void refusal_ofAPortThatIsWellAgain_isTriedAtOnce() {
    first.refuse(GONE);
    hub.submit(Commands.set(OUT1, "active", true));
    first.fail(GONE);
    hub.settle();
    first.refuse(null);
    first.mend();
    hub.settle();

    link.assertOnline();
    assertEquals(100, first.writes.getLast());
  }
}
