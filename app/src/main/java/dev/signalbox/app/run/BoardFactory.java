package dev.signalbox.app.run;

import dev.signalbox.app.config.BoardPlan;
import dev.signalbox.app.config.Wiring;
import dev.signalbox.boards.CounterDriver;
import dev.signalbox.boards.HostDriver;
import dev.signalbox.boards.HubActivity;
import dev.signalbox.boards.HubDriver;
import dev.signalbox.boards.HubSettings;
import dev.signalbox.boards.OutputsDriver;
import dev.signalbox.boards.OutputsSettings;
import dev.signalbox.boards.SensorsDriver;
import dev.signalbox.boards.ToggleDriver;
import dev.signalbox.boards.host.Machine;
import dev.signalbox.boards.ports.DigitalInput;
import dev.signalbox.boards.ports.DigitalOutput;
import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.boards.ports.SegmentDisplay;
import dev.signalbox.boards.ports.SimulatedDisplay;
import dev.signalbox.boards.ports.SimulatedInput;
import dev.signalbox.boards.ports.SimulatedOutput;
import dev.signalbox.boards.ports.SimulatedPwm;
import dev.signalbox.core.engine.Board;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import dev.signalbox.hardware.pwm.SoftPwmSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Makes boards out of their plans: wired to this machine where a plan says so, simulated otherwise.
 *
 * @param hub what the hub says of itself
 * @param dataFolder the folder whose disk is of interest
 * @param hardware makes the ports of parts that are wired
 */
public record BoardFactory(
    HubSettings hub, HubActivity activity, Path dataFolder, Hardware hardware) {
  /** The board of that plan. */
  Board board(BoardPlan plan) {
    return switch (plan.kind()) {
      case BoardPlan.CounterKind(var settings, var wired) ->
          CounterDriver.board(plan.id(), plan.name(), settings, display(plan, wired));
      case BoardPlan.ToggleKind(var settings, var contact, var led) ->
          ToggleDriver.board(
              plan.id(), plan.name(), settings, contact(plan, contact), led(plan, led));
      case BoardPlan.SensorsKind(var settings) ->
          SensorsDriver.board(plan.id(), plan.name(), settings, new SplittableRandom());
      case BoardPlan.OutputsKind(var settings, var wired) ->
          OutputsDriver.board(plan.id(), plan.name(), settings, outputs(plan, settings, wired));
      case BoardPlan.HostKind(var settings) ->
          HostDriver.board(plan.id(), plan.name(), settings, machine());
      case BoardPlan.HubKind() -> HubDriver.board(plan.id(), plan.name(), hub, activity);
    };
  }

  private SegmentDisplay display(BoardPlan plan, Optional<Wiring.Digits> wired) {
    return wired
        .map(wiring -> hardware.display(part(plan, CounterDriver.DISPLAY), wiring))
        .orElseGet(SimulatedDisplay::new);
  }

  private DigitalInput contact(BoardPlan plan, Optional<Wiring.Contact> wired) {
    return wired
        .map(wiring -> hardware.input(part(plan, ToggleDriver.SWITCH), wiring))
        .orElseGet(SimulatedInput::new);
  }

  private DigitalOutput led(BoardPlan plan, Optional<Wiring.Switched> wired) {
    return wired
        .map(wiring -> hardware.output(part(plan, ToggleDriver.LED), wiring))
        .orElseGet(SimulatedOutput::new);
  }

  private Map<PartId, PwmOutput> outputs(
      BoardPlan plan, OutputsSettings settings, Map<PartId, Wiring.Dimmed> wired) {
    Map<PartId, PwmOutput> ports = new LinkedHashMap<>();
    for (OutputsSettings.Channel output : settings.outputs()) {
      Wiring.Dimmed wiring = wired.get(output.id());
      ports.put(
          output.id(),
          wiring == null ? new SimulatedPwm() : hardware.dimmed(part(plan, output.id()), wiring));
    }
    return ports;
  }

  private static PartAddress part(BoardPlan plan, PartId part) {
    return new PartAddress(plan.id(), part);
  }

  private Machine machine() {
    return Machine.here(dataFolder, System::nanoTime);
  }

  /** How many parts these boards have on this machine. What they are wired to is not touched. */
  public static int countParts(List<BoardPlan> plans) {
    BoardFactory factory =
        new BoardFactory(
            new HubSettings("", Instant.EPOCH),
            new HubFigures(),
            DataFolder.ofThisUser(),
            Hardware.ofThisMachine(SoftPwmSettings.DEFAULT));
    return plans.stream().map(BoardPlan::simulated).mapToInt(factory::countParts).sum();
  }

  private int countParts(BoardPlan plan) {
    if (plan.kind() instanceof BoardPlan.HostKind) {
      return machine().read().size();
    }
    Board board = board(plan);
    board.driver().close();
    return board.spec().parts().size();
  }
}
