package dev.signalbox.boards;

import static dev.signalbox.boards.OutputsRig.OUT1;
import static dev.signalbox.boards.OutputsRig.OUT2;
import static dev.signalbox.boards.TwoOutputs.GONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.testkit.Commands;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A board of outputs of which one finds by itself that something is wrong. */
class OutputsPortFaultTest {
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
  void fault_betweenWrites_takesTheBoardOfflineAtOnce() {
    hub.step(Duration.ofMinutes(10));
    first.fail(GONE);
    hub.settle();

    link.assertOffline(GONE);
    hub.step(Duration.ofSeconds(10));
    link.assertOffline(GONE);
    assertEquals(1, hub.changes().size(), "offline, once");
  }

  @Test
  void fault_thatIsGone_bringsTheBoardBackAtOnceWithEveryOutputWrittenAnew() {
    hub.submit(Commands.set(OUT2, Map.of("active", true, "brightness", 30)));
    hub.submit(Commands.toggle(OUT1));
    first.fail(GONE);
    hub.step(Duration.ofMillis(2_500));
    first.writes.clear();
    second.writes.clear();

    first.mend();
    hub.settle();
    link.assertOnline();
    assertEquals(List.of(100), first.writes);
    assertEquals(List.of(30), second.writes);

    hub.step(Duration.ofMinutes(1));
    assertEquals(List.of(100), first.writes, "once");
  }

  @Test
  void fault_ofOneOutput_leavesTheOthersInTime() {
    board.blink(OUT2, 70);
    first.fail(GONE);
    board.passHolding(second, OUT2, 1_500);
    link.assertOffline(GONE);
    first.fail("gpiochip0 GPIO4: in use by 'somebody'");
    board.passHolding(second, OUT2, 1_500);
    first.mend();
    board.passHolding(second, OUT2, 1_500);

    link.assertOnline();
  }

  @Test
  void faults_ofSeveral_areToldInTheOrderOfTheOutputs() {
    second.fail("second");
    hub.settle();
    first.fail("first");
    hub.settle();
    link.assertOffline("first");

    first.mend();
    hub.settle();
    link.assertOffline("second");
    second.mend();
    hub.settle();
    link.assertOnline();
    assertEquals(4, link.changes());
  }

  @Test
  void fault_thatIsAnother_isToldAtOnce() {
    first.fail(GONE);
    hub.settle();
    first.fail("in use by 'somebody'");
    hub.settle();

    link.assertOffline("in use by 'somebody'");
  }

  @Test
  void fault_thatIsGoneBeforeAnyoneLooked_isNoNews() {
    first.fail(GONE);
    first.mend();
    hub.settle();

    link.assertOnline();
    assertEquals(List.of(), hub.changes());
    assertTrue(first.writes.size() > 1, "what it has since is unknown");
  }

  @Test
  void fault_fromBeforeTheStart_isToldAtTheStart() {
    FaultyPwm taken = new FaultyPwm();
    taken.fail("in use by 'somebody'");
    try (TwoOutputs other = new TwoOutputs(taken)) {
      other.link.assertOffline("in use by 'somebody'");

      taken.writes.clear();
      taken.mend();
      other.hub.settle();
      other.link.assertOnline();
      assertEquals(List.of(0), taken.writes);
    }
  }
}
