package dev.signalbox.boards;

import static dev.signalbox.boards.ToggleRig.BUTTON;
import static dev.signalbox.boards.ToggleRig.LED;
import static dev.signalbox.boards.ToggleRig.SWITCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.testkit.Commands;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ToggleDriverTest {
  private static final Command PRESS = Commands.press(SWITCH);
  private static final Command IMPOSSIBLE = Commands.set(LED, "lit", "maybe");

  private final ToggleRig rig = ToggleRig.of(ToggleSettings.DEFAULT);
  private final SteppedHub hub = rig.hub;

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void press_isReleasedByItselfAndTogglesThen() {
    hub.submit(PRESS);
    assertTrue(rig.pressed());
    assertFalse(rig.lit());

    hub.step(Duration.ofMillis(99));
    assertTrue(rig.pressed());

    hub.step(Duration.ofMillis(1));
    assertFalse(rig.pressed());
    assertTrue(rig.lit());
    assertEquals("PRL", rig.story());
    assertEquals(Driver.NEVER, hub.nextDue());
  }

  @Test
  void press_duringAPress_completesItFirst() {
    hub.submit(PRESS);
    hub.step(Duration.ofMillis(60));
    hub.submit(PRESS);
    assertEquals("PRLP", rig.story());

    hub.step(Duration.ofMillis(99));
    assertTrue(rig.pressed());

    hub.step(Duration.ofMillis(1));
    assertEquals("PRLPRD", rig.story());
  }

  @Test
  void press_atTheInstantTheOneBeforeEnds_isAWholePress() {
    hub.submit(PRESS);
    hub.clock().step(Duration.ofMillis(100));
    hub.submit(PRESS);
    assertEquals("PRLP", rig.story());

    hub.step(Duration.ofMillis(100));
    assertEquals("PRLPRD", rig.story());
  }

  @Test
  void presses_ofOneRequest_toggleEach() {
    hub.submit(PRESS, PRESS, PRESS);
    hub.step(Duration.ofMillis(100));

    assertEquals("PRLPRDPRL", rig.story());
  }

  @Test
  void press_ofARequestThatIsRefused_isNoPress() {
    assertInstanceOf(Outcome.Rejected.class, hub.submit(PRESS, IMPOSSIBLE));
    hub.step(Duration.ofMillis(50));
    hub.submit(Commands.set(SWITCH, "pressed", true));
    hub.step(Duration.ofMinutes(1));

    assertTrue(rig.pressed(), "held by a command, so not released by itself");
    assertEquals("P", rig.story());
  }

  @Test
  void release_ofARequestThatIsRefused_doesNotKeepAPressFromEnding() {
    hub.submit(PRESS);
    hub.submit(
        Commands.set(SWITCH, "pressed", false), Commands.set(SWITCH, "pressed", true), IMPOSSIBLE);
    hub.step(Duration.ofMillis(100));

    assertEquals("PRL", rig.story());
  }

  @Test
  void press_withOtherCommandsInTheSameTurn_endsAllTheSame() {
    hub.submit(PRESS, Commands.set(LED, "name", "Lamp"));
    hub.step(Duration.ofMillis(100));

    assertFalse(rig.pressed());
    assertTrue(rig.lit());
  }

  @Test
  void switch_setByCommands_togglesWithTheRelease() {
    hub.submit(Commands.set(SWITCH, "pressed", true));
    hub.step(Duration.ofMinutes(1));
    assertTrue(rig.pressed());
    assertFalse(rig.lit());

    hub.submit(Commands.set(SWITCH, "pressed", false));
    assertEquals("PRL", rig.story());
    assertTrue(rig.lit());
  }

  @Test
  void switch_setToWhatItIs_doesNothing() {
    hub.submit(Commands.set(SWITCH, "pressed", false));

    assertEquals("", rig.story());
  }

  @Test
  void press_letGoByACommand_togglesOnce() {
    hub.submit(PRESS);
    hub.submit(Commands.set(SWITCH, "pressed", false));
    hub.step(Duration.ofSeconds(1));

    assertEquals("PRL", rig.story());
  }

  @Test
  void press_ofTheButton_togglesAtOnce() {
    try (ToggleRig other =
        ToggleRig.of(
            new ToggleSettings("LED", true, "Switch", Duration.ZERO, Optional.of("Button")))) {
      assertTrue(other.lit());

      other.hub.submit(Commands.press(BUTTON));
      assertFalse(other.lit());
      other.hub.submit(Commands.press(BUTTON), Commands.press(BUTTON));
      assertFalse(other.lit());
      assertEquals("DLD", other.story());
    }
  }

  @Test
  void button_thatNobodyAskedFor_isAbsent() {
    assertInstanceOf(
        Rejection.NotFound.class,
        assertInstanceOf(Outcome.Rejected.class, hub.submit(Commands.press(BUTTON))).reason());
  }
}
