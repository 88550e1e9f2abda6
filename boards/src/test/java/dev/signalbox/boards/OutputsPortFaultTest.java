package dev.signalbox.boards;

import static dev.signalbox.boards.OutputsRig.OUT1;
import static dev.signalbox.boards.OutputsRig.OUT2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.testkit.Commands;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A board of outputs whose lines find something wrong by themselves, between writes. */
class OutputsPortFaultTest {
  private final FaultyPwm first = new FaultyPwm();
  private final FaultyPwm second = new FaultyPwm();
  private SteppedHub hub = started();

  private SteppedHub started() {
    var settings =
        new OutputsSettings(
            List.of(channel(OUT1, 4), channel(OUT2, 5)), List.of(), OutputsSettings.DEFAULT_GROUPS);
    return SteppedHub.of(
        OutputsDriver.board(
            new BoardId("yard"),
            "Yard lights",
            settings,
            Map.of(OUT1.part(), first, OUT2.part(), second)));
  }

  private static OutputsSettings.Channel channel(PartAddress output, int pin) {
    return OutputsSettings.Channel.dark(output.part(), "Lamp " + pin, pin);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private void assertOffline(String reason) {
    Link link = hub.board("yard").info().link();
    assertEquals(reason, assertInstanceOf(Link.Offline.class, link).reason());
  }

  private void assertOnline() {
    assertInstanceOf(Link.Online.class, hub.board("yard").info().link());
  }

  @Test
  void fault_betweenWrites_takesTheBoardOfflineAtOnce() {
    hub.step(Duration.ofMinutes(10));
    first.fail("gpiochip0 GPIO4: the chip is gone");
    hub.settle();

    assertOffline("gpiochip0 GPIO4: the chip is gone");
    hub.step(Duration.ofSeconds(10));
    assertOffline("gpiochip0 GPIO4: the chip is gone");
    assertEquals(1, hub.changes().size(), "offline, once");
  }

  @Test
  void fault_thatIsGone_bringsTheBoardBackWithEveryOutputWrittenAnew() {
    hub.submit(Commands.set(OUT2, Map.of("active", true, "brightness", 30)));
    hub.submit(Commands.toggle(OUT1));
    first.fail("gone");
    hub.step(Duration.ofMillis(2_500));
    first.writes.clear();
    second.writes.clear();

    first.mend();
    hub.step(Duration.ofMillis(999));
    assertOnline();
    assertEquals(List.of(100), first.writes);
    assertEquals(List.of(30), second.writes);

    hub.step(Duration.ofMinutes(1));
    assertEquals(List.of(100), first.writes, "once");
  }

  @Test
  void fault_ofOneOutput_leavesTheOthersAtWork() {
    hub.submit(Commands.set(OUT2, Map.of("active", true, "blink", 1_500)));
    first.fail("gone");
    hub.settle();
    assertOffline("gone");

    hub.step(Duration.ofSeconds(2));
    assertEquals(0, second.writes.getLast());
    hub.step(Duration.ofSeconds(2));
    assertEquals(100, second.writes.getLast());
  }

  @Test
  void write_thatFails_doesNotKeepTheOthersFromTheirs() {
    for (FaultyPwm faulty : List.of(first, second)) {
      FaultyPwm other = faulty == first ? second : first;
      faulty.refuse(true);
      hub.submit(Commands.set(OUT1, "active", true), Commands.set(OUT2, "active", true));
      assertEquals(100, other.writes.getLast());
      assertOffline("The line can't be set.");

      faulty.refuse(false);
      other.writes.clear();
      hub.step(Duration.ofSeconds(1));
      assertOnline();
      assertEquals(100, faulty.writes.getLast());
      assertEquals(List.of(100), other.writes, "written anew");
      hub.submit(Commands.set(OUT1, "active", false), Commands.set(OUT2, "active", false));
    }
  }

  @Test
  void fault_thatIsAnother_isTold() {
    first.fail("gone");
    hub.settle();
    first.fail("in use by 'somebody'");
    hub.step(Duration.ofSeconds(1));

    assertOffline("in use by 'somebody'");
  }

  @Test
  void fault_thatIsGoneBeforeAnyoneLooked_isNoNews() {
    first.fail("gone");
    first.mend();
    hub.settle();

    assertOnline();
    assertEquals(List.of(), hub.changes());
  }

  @Test
  void fault_fromTheStart_takesTheBoardOfflineUntilItIsGone() {
    hub.close();
    first.fail("in use by 'somebody'");
    hub = started();
    // It is up to a port to tell what is so already, which one that is opened by a thread does.
    first.fail("in use by 'somebody'");
    hub.settle();
    assertOffline("in use by 'somebody'");

    first.mend();
    first.writes.clear();
    hub.step(Duration.ofSeconds(1));
    assertOnline();
    assertEquals(List.of(0), first.writes);
  }
}
