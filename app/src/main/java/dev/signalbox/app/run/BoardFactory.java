package dev.signalbox.app.run;

import dev.signalbox.app.config.BoardPlan;
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
import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.boards.ports.SimulatedDisplay;
import dev.signalbox.boards.ports.SimulatedInput;
import dev.signalbox.boards.ports.SimulatedOutput;
import dev.signalbox.boards.ports.SimulatedPwm;
import dev.signalbox.core.engine.Board;
import dev.signalbox.core.model.PartId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes boards out of their plans, with simulated hardware.
 *
 * @param hub what the hub says of itself
 * @param dataFolder the folder whose disk is of interest
 */
public record BoardFactory(HubSettings hub, HubActivity activity, Path dataFolder) {
  /** The board of that plan. */
  Board board(BoardPlan plan) {
    return switch (plan.kind()) {
      case BoardPlan.CounterKind(var settings) ->
          CounterDriver.board(plan.id(), plan.name(), settings, new SimulatedDisplay());
      case BoardPlan.ToggleKind(var settings) ->
          ToggleDriver.board(
              plan.id(), plan.name(), settings, new SimulatedInput(), new SimulatedOutput());
      case BoardPlan.SensorsKind(var settings) ->
          SensorsDriver.board(plan.id(), plan.name(), settings, new SplittableRandom());
      case BoardPlan.OutputsKind(var settings) ->
          OutputsDriver.board(plan.id(), plan.name(), settings, simulated(settings));
      case BoardPlan.HostKind(var settings) ->
          HostDriver.board(plan.id(), plan.name(), settings, machine());
      case BoardPlan.HubKind() -> HubDriver.board(plan.id(), plan.name(), hub, activity);
    };
  }

  private static Map<PartId, PwmOutput> simulated(OutputsSettings settings) {
    Map<PartId, PwmOutput> ports = new LinkedHashMap<>();
    settings.outputs().forEach(output -> ports.put(output.id(), new SimulatedPwm()));
    return ports;
  }

  private Machine machine() {
    return Machine.here(dataFolder, System::nanoTime);
  }

  /** How many parts these boards have on this machine. */
  public static int countParts(List<BoardPlan> plans) {
    BoardFactory factory =
        new BoardFactory(
            new HubSettings("", Instant.EPOCH), new HubFigures(), DataFolder.ofThisUser());
    return plans.stream().mapToInt(factory::countParts).sum();
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
