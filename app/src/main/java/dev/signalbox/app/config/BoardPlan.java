package dev.signalbox.app.config;

import dev.signalbox.boards.CounterSettings;
import dev.signalbox.boards.HostSettings;
import dev.signalbox.boards.OutputsSettings;
import dev.signalbox.boards.SensorsSettings;
import dev.signalbox.boards.ToggleSettings;
import dev.signalbox.core.model.BoardId;

/**
 * A board as it is configured.
 *
 * @param name what people call it, 1 to 40 characters
 */
public record BoardPlan(BoardId id, String name, Kind kind) {
  /** What sort of board it is, with its settings. */
  public sealed interface Kind {}

  /** Counts by itself. */
  public record CounterKind(CounterSettings settings) implements Kind {}

  /** An LED and a switch. */
  public record ToggleKind(ToggleSettings settings) implements Kind {}

  /** Sensors with values of their own. */
  public record SensorsKind(SensorsSettings settings) implements Kind {}

  /** A row of dimmable outputs. */
  public record OutputsKind(OutputsSettings settings) implements Kind {}

  /** The machine that the hub runs on. */
  public record HostKind(HostSettings settings) implements Kind {}

  /** The hub itself. */
  public record HubKind() implements Kind {}
}
