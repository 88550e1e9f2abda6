package dev.signalbox.boards;

import static dev.signalbox.boards.OutputsRig.CHASE;
import static dev.signalbox.boards.OutputsRig.OUT1;
import static dev.signalbox.boards.OutputsRig.OUT2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.boards.ports.SimulatedPwm;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.testkit.Commands;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutputsDriverTest {
  private final OutputsRig rig = new OutputsRig(OutputsSettings.DEFAULT);
  private final SteppedHub hub = rig.hub;

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void start_isDarkAndRests() {
    assertEquals(8, rig.lines());
    assertEquals(new Output("Output 1", 4, false, 100, 0, hub.clock().millis()), rig.output(OUT1));
    assertEquals(List.of(0), rig.writes);
    assertEquals(Driver.NEVER, hub.nextDue());
  }

  @Test
  void output_switchedAndDimmed() {
    hub.submit(Commands.toggle(OUT1));
    assertEquals(100, rig.shown(OUT1));

    hub.submit(Commands.set(OUT1, "brightness", 30));
    assertEquals(30, rig.shown(OUT1));

    hub.submit(Commands.toggle(OUT1));
    assertEquals(0, rig.shown(OUT1));
    assertEquals(List.of(0, 100, 30, 0), rig.writes);
    assertEquals(Driver.NEVER, hub.nextDue());
  }

  @Test
  void output_isWrittenOnlyWhatDiffers() {
    hub.submit(Commands.set(OUT1, "name", "Lamp"));
    hub.submit(Commands.set(OUT1, "brightness", 30));
    hub.submit(Commands.toggle(OUT2));

    assertEquals(List.of(0), rig.writes);
  }

  @Test
  void blink_isLitAndDarkForOneInterval() {
    hub.submit(Commands.set(OUT1, Map.of("active", true, "blink", 250)));
    assertEquals(100, rig.shown(OUT1));

    hub.step(Duration.ofMillis(249));
    assertEquals(100, rig.shown(OUT1));
    hub.step(Duration.ofMillis(1));
    assertEquals(0, rig.shown(OUT1));
    hub.step(Duration.ofSeconds(1));

    assertEquals(List.of(0, 100, 0, 100, 0, 100, 0), rig.writes);
    assertEquals(1, hub.changes().size(), "an effect that runs is no news");
  }

  @Test
  void blink_ofAnOutputThatIsOff_isNeverDue() {
    hub.submit(Commands.set(OUT1, "blink", 250));

    assertEquals(Driver.NEVER, hub.nextDue());
  }

  @Test
  void chase_drivesTheLinesAsEffectsSay() {
    hub.submit(Commands.set(OUT1, Map.of("active", true, "blink", 33)));
    hub.submit(Commands.set(OUT2, "brightness", 40));
    rig.makeChase(70, "out2", "out3", "out4");
    rig.passHoldingAgainstEffects(700);

    hub.submit(Commands.set(CHASE, "interval", 45));
    rig.passHoldingAgainstEffects(300);

    hub.submit(Commands.set(CHASE, "members", List.of("out4", "out1")));
    rig.passHoldingAgainstEffects(300);

    hub.submit(Commands.toggle(CHASE));
    rig.passHoldingAgainstEffects(300);

    hub.submit(Commands.remove(CHASE));
    rig.passHoldingAgainstEffects(300);
  }

  @Test
  void chase_thatEnds_restsAgain() {
    rig.makeChase(70, "out1", "out2");
    hub.step(Duration.ofMillis(100));
    assertEquals(0, rig.shown(OUT1));
    assertEquals(100, rig.shown(OUT2));

    hub.submit(Commands.remove(CHASE));

    assertEquals(0, rig.shown(OUT2));
    assertEquals(Driver.NEVER, hub.nextDue());
  }

  @Test
  void chases_upToTheLimitOfGroups() {
    for (int i = 1; i <= 4; i++) {
      rig.makeChase(300, "out" + i);
    }
    Outcome outcome =
        hub.submit(Commands.make("yard", "chase", Map.of("members", List.of("out5"))));

    assertInstanceOf(
        Rejection.Conflict.class, assertInstanceOf(Outcome.Rejected.class, outcome).reason());
  }

  @Test
  void chase_ofTheSettings_runsFromTheStart() {
    var group =
        new OutputsSettings.Group(CHASE.part(), "Runway", Members.of("out1", "out2"), 300, true);
    var settings = new OutputsSettings(OutputsSettings.DEFAULT.outputs(), List.of(group), 4);
    try (OutputsRig other = new OutputsRig(settings)) {
      assertEquals(other.hub.clock().millis(), other.hub.part(CHASE, Chase.class).since());
      assertEquals(100, other.shown(OUT1));

      other.passHoldingAgainstEffects(1_000);
    }
  }

  @Test
  void output_ofTheSettings_isLitFromTheStart() {
    var lit = new OutputsSettings.Channel(OUT1.part(), "Lamp", 4, true, 60, 0);
    try (OutputsRig other = new OutputsRig(new OutputsSettings(List.of(lit), List.of(), 0))) {
      assertEquals(List.of(60), other.writes);
    }
  }

  @Test
  void reset_putsTheLinesBackToo() {
    hub.submit(Commands.set(OUT1, Map.of("active", true, "brightness", 10)));
    rig.makeChase(70, "out2");
    hub.submit(Commands.reset("yard"));

    assertEquals(0, rig.shown(OUT1));
    assertEquals(0, rig.shown(OUT2));
    assertFalse(hub.state().part(CHASE).isPresent());
    assertEquals(Driver.NEVER, hub.nextDue());
  }

  @Test
  void board_withPortsOfOtherOutputs_isRefused() {
    Map<PartId, PwmOutput> ports = Map.of(new PartId("out9"), new SimulatedPwm());

    assertThrows(
        IllegalArgumentException.class,
        () -> OutputsDriver.board(new BoardId("yard"), "Yard", OutputsSettings.DEFAULT, ports));
  }
}
