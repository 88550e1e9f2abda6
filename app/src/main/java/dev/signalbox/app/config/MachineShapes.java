package dev.signalbox.app.config;

import dev.signalbox.app.settings.DurationType;
import dev.signalbox.app.settings.Key;
import dev.signalbox.app.settings.Shape;
import dev.signalbox.app.settings.Shapes;
import dev.signalbox.boards.HostSettings;
import java.time.Duration;

/** What boards of kind {@code host} and {@code hub} take. */
final class MachineShapes {
  static final Shape<BoardPlan> HOST =
      Shapes.of(
          "a host board",
          Common.boardId(),
          Common.boardName(),
          Key.of(
              "interval",
              DurationType.between(Duration.ofSeconds(1), Duration.ofDays(1)),
              HostSettings.DEFAULT.interval(),
              "The time from one reading of the machine's figures to the next."),
          (id, name, interval) ->
              new BoardPlan(
                  id, name.orElse(id.value()), new BoardPlan.HostKind(new HostSettings(interval))));

  static final Shape<BoardPlan> HUB =
      Shapes.of(
          "a hub board",
          Common.boardId(),
          Common.boardName(),
          (id, name) -> new BoardPlan(id, name.orElse(id.value()), new BoardPlan.HubKind()));

  private MachineShapes() {}
}
