package dev.signalbox.boards;

import static dev.signalbox.boards.ToggleRig.LED;
import static dev.signalbox.boards.ToggleRig.SWITCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.boards.ports.DigitalInput;
import dev.signalbox.boards.ports.DigitalOutput;
import dev.signalbox.boards.ports.SimulatedInput;
import dev.signalbox.boards.ports.SimulatedOutput;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.testkit.Commands;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The LED and the switch as hardware: bounces, storms and faults. */
class ToggleContactTest {
  private final SimulatedInput line = new SimulatedInput();
  private final SimulatedOutput output = new SimulatedOutput();

  /** A switch on a real line: it can fail, and only the line presses it. */
  private final class RealInput implements DigitalInput {
    private int faults;
    private int watched;

    RealInput(int faults) {
      this.faults = faults;
    }

    @Override
    public boolean isSimulated() {
      return false;
    }

    @Override
    public void watch(Listener listener) {
      if (faults-- > 0) {
        throw new DriverFault("The chip is not there.");
      }
      watched++;
      line.watch(listener);
    }

    @Override
    public void close() {
      throw new DriverFault("The chip is gone.");
    }
  }

  private ToggleRig rig(DigitalInput input) {
    return ToggleRig.of(ToggleSettings.DEFAULT, input, line, output);
  }

  @Test
  void contact_thatBounces_isPressedOnce() {
    try (ToggleRig rig = rig(line)) {
      rig.drive(true);
      rig.hub.step(Duration.ofMillis(3));
      rig.drive(false);
      rig.hub.step(Duration.ofMillis(1));
      rig.drive(true);
      rig.hub.step(Duration.ofMillis(19));
      assertFalse(rig.pressed());

      rig.hub.step(Duration.ofMillis(1));
      assertTrue(rig.pressed());

      rig.drive(false);
      rig.hub.step(Duration.ofMillis(20));
      assertEquals("PRL", rig.story());
      assertTrue(rig.lit());
    }
  }

  @Test
  void contact_pressedWhileTheHubWasLate_togglesForEachPress() {
    try (ToggleRig rig = rig(line)) {
      long start = rig.hub.clock().nanos();
      for (int i = 0; i < 6; i++) {
        rig.drive(i % 2 == 0, start + i * 30_000_000L);
      }
      rig.hub.clock().step(Duration.ofSeconds(1));
      rig.hub.settle();

      assertEquals("PRLPRDPRL", rig.story());
    }
  }

  @Test
  void contact_wakesTheEngineOnceForAStorm() {
    AtomicInteger wakes = new AtomicInteger();
    Driver driver = ToggleRig.board(ToggleSettings.DEFAULT, line, output).driver();
    Moment now = new Moment(0, 0);
    try (ToggleRig other = ToggleRig.of(ToggleSettings.DEFAULT)) {
      driver.start(other.hub.board("toggle"), _ -> wakes.incrementAndGet() > 0, now);
    }
    for (int i = 0; i < 10_001; i++) {
      line.drive(i % 2 == 0, i);
    }

    assertEquals(1, wakes.get());
    assertEquals(10_000 + 20_000_000, driver.nextDue());
  }

  @Test
  void realSwitch_canNotBePressedFromOutside() {
    SteppedHub hub = rig(new RealInput(0)).hub;

    assertInstanceOf(Outcome.Rejected.class, hub.submit(Commands.press(SWITCH)));
    assertInstanceOf(Outcome.Rejected.class, hub.submit(Commands.set(SWITCH, "pressed", true)));
    assertEquals(List.of(), hub.changes());
  }

  @Test
  void realSwitch_isPressedByItsLine() {
    ToggleRig rig = rig(new RealInput(0));
    rig.drive(true);
    rig.hub.step(Duration.ofMillis(20));
    rig.drive(false);
    rig.hub.step(Duration.ofMillis(20));

    assertEquals("PRL", rig.story());
  }

  @Test
  void input_thatCanNotBeWatched_isTriedAgain() {
    RealInput input = new RealInput(2);
    ToggleRig rig = rig(input);
    assertEquals(
        "The chip is not there.", assertInstanceOf(Link.Offline.class, rig.link()).reason());

    rig.hub.step(Duration.ofSeconds(3));

    assertInstanceOf(Link.Online.class, rig.link());
    assertEquals(1, input.watched);
  }

  @Test
  void led_thatFails_takesTheBoardOfflineUntilItWorks() {
    AtomicBoolean broken = new AtomicBoolean();
    DigitalOutput flaky =
        active -> {
          if (broken.get()) {
            throw new DriverFault("The line is gone.");
          }
          output.set(active);
        };
    try (SteppedHub hub = SteppedHub.of(ToggleRig.board(ToggleSettings.DEFAULT, line, flaky))) {
      broken.set(true);
      hub.submit(Commands.toggle(LED));
      hub.step(Duration.ofMillis(2_500));
      assertInstanceOf(Link.Offline.class, hub.board("toggle").info().link());
      assertEquals(2, hub.changes().size(), "lit, offline");
      assertFalse(output.isActive());

      broken.set(false);
      hub.step(Duration.ofSeconds(1));

      assertInstanceOf(Link.Online.class, hub.board("toggle").info().link());
      assertTrue(output.isActive());
    }
  }

  @Test
  void close_closesTheOutputEvenIfTheInputFails() {
    List<String> closed = new ArrayList<>();
    DigitalOutput out =
        new DigitalOutput() {
          @Override
          public void set(boolean active) {}

          @Override
          public void close() {
            closed.add("output");
          }
        };
    Driver driver = ToggleRig.board(ToggleSettings.DEFAULT, new RealInput(0), out).driver();

    assertThrows(DriverFault.class, driver::close);
    assertEquals(List.of("output"), closed);
  }
}
