package dev.signalbox.app.config;

import dev.signalbox.boards.CounterSettings;
import dev.signalbox.boards.HostSettings;
import dev.signalbox.boards.OutputsSettings;
import dev.signalbox.boards.SensorsSettings;
import dev.signalbox.boards.ToggleSettings;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.PartId;
import java.util.Map;
import java.util.Optional;

/**
 * A board as it is configured.
 *
 * @param name what people call it, 1 to 40 characters
 */
public record BoardPlan(BoardId id, String name, Kind kind) {
  /** The same board, wired to nothing: all of it is simulated. */
  public BoardPlan simulated() {
    return new BoardPlan(id, name, kind.simulated());
  }

  /** What sort of board it is, with its settings and its wiring. */
  public sealed interface Kind {
    /** The same, wired to nothing. */
    default Kind simulated() {
      return this;
    }
  }

  /** Counts by itself. */
  public record CounterKind(CounterSettings settings, Optional<Wiring.Digits> display)
      implements Kind {
    /** A simulated one. */
    public CounterKind(CounterSettings settings) {
      this(settings, Optional.empty());
    }

    @Override
    public Kind simulated() {
      return new CounterKind(settings);
    }
  }

  /** An LED and a switch. */
  public record ToggleKind(
      ToggleSettings settings, Optional<Wiring.Contact> contact, Optional<Wiring.Switched> led)
      implements Kind {
    /** A simulated one. */
    public ToggleKind(ToggleSettings settings) {
      this(settings, Optional.empty(), Optional.empty());
    }

    @Override
    public Kind simulated() {
      return new ToggleKind(settings);
    }
  }

  /** Sensors with values of their own. */
  public record SensorsKind(SensorsSettings settings) implements Kind {}

  /**
   * A row of dimmable outputs.
   *
   * @param wired of those outputs that are wired to something
   */
  public record OutputsKind(OutputsSettings settings, Map<PartId, Wiring.Dimmed> wired)
      implements Kind {
    public OutputsKind {
      wired = Map.copyOf(wired);
    }

    /** A simulated one. */
    public OutputsKind(OutputsSettings settings) {
      this(settings, Map.of());
    }

    @Override
    public Kind simulated() {
      return new OutputsKind(settings);
    }
  }

  /** The machine that the hub runs on. */
  public record HostKind(HostSettings settings) implements Kind {}

  /** The hub itself. */
  public record HubKind() implements Kind {}
}
