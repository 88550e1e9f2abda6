package dev.signalbox.boards;

import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.BoardSpec;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.Effects;
import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.engine.Reports;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Button;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.Display;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.model.Sensor;
import dev.signalbox.core.model.Switch;
import dev.signalbox.core.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Dimmable outputs with blink and chases. Owned by the engine's thread.
 *
 * <p>What is lit is {@link Effects}' answer for the wall clock; this class asks whenever the answer
 * can have changed and writes what differs. While an effect runs it asks at least once a second,
 * because the wall clock can be set: a jump is found then, and an effect that begins in the future,
 * as seen from a clock that was put back, begins anew instead of standing still until then.
 *
 * <p>An output that fails takes the board offline, but the effects of the others go on in time.
 */
public final class OutputsDriver implements Driver {
  private static final long LONGEST_WAIT_MS = 1_000;

  private final Map<PartId, PwmOutput> ports;
  private final Map<PartId, PortValue<Integer>> values = new LinkedHashMap<>();
  private final PortFaults faults = new PortFaults();
  private long due = NEVER;

  private OutputsDriver(OutputsSettings settings, Map<PartId, PwmOutput> ports) {
    this.ports = Map.copyOf(ports);
    for (OutputsSettings.Channel channel : settings.outputs()) {
      PwmOutput port = Objects.requireNonNull(ports.get(channel.id()));
      values.put(channel.id(), faults.add(port, port::set));
    }
  }

  /**
   * A board of outputs.
   *
   * @param ports one for each output of {@code settings}; closed with the board
   * @throws IllegalArgumentException if {@code ports} are those of other outputs
   */
  public static Board board(
      BoardId id, String name, OutputsSettings settings, Map<PartId, PwmOutput> ports) {
    Map<PartId, Part> parts = new LinkedHashMap<>();
    settings.outputs().forEach(channel -> parts.put(channel.id(), channel.part()));
    if (!parts.keySet().equals(ports.keySet())) {
      throw new IllegalArgumentException(
          "ports for " + ports.keySet() + " must be for " + parts.keySet());
    }
    settings.chases().forEach(group -> parts.put(group.id(), group.part()));
    Map<String, Integer> limits = Map.of(Chase.SCHEMA.kind(), settings.groups());
    BoardSpec spec = new BoardSpec(id, name, "outputs", parts, limits);
    return new Board(spec, new OutputsDriver(settings, ports));
  }

  @Override
  public List<Report> start(BoardState board, Reports reports, Moment now) {
    faults.follow(reports, now);
    bring(board, now);
    return faults.reportsAnd(List.of(), board);
  }

  @Override
  public long nextDue() {
    return Math.min(due, faults.due());
  }

  @Override
  public List<Report> step(BoardState board, Moment now) {
    faults.look();
    bring(board, now);
    return faults.reportsAnd(beginAnew(board, now), board);
  }

  @Override
  public void apply(List<Change> changes, BoardState board, Moment now) {
    bring(board, now);
  }

  /** Has the effects begin now that are to begin in the future. */
  private static List<Report> beginAnew(BoardState board, Moment now) {
    List<Report> observed = new ArrayList<>();
    board
        .parts()
        .forEach((id, part) ->
            since(part.part())
                .filter(since -> since > now.epochMs())
                .map(_ -> Report.Observed.of(id, "since", now.epochMs()))
                .ifPresent(observed::add));
    return observed;
  }

  /** When the effect that this part is or has began, if one runs. */
  private static Optional<Long> since(Part part) {
    return switch (part) {
      case Chase chase when chase.running() -> Optional.of(chase.since());
      case Output output when output.active() && output.blink() > 0 -> Optional.of(output.since());
      case Chase _, Output _, Button _, Counter _, Display _, Led _, Sensor _, Switch _, Text _ ->
          Optional.empty();
    };
  }

  private void bring(BoardState board, Moment now) {
    long next = NEVER;
    for (PartId output : values.keySet()) {
      next = Math.min(next, Effects.nextStep(board, output, now.epochMs()));
    }
    due = next == NEVER ? NEVER : now.nanosIn(Math.min(next - now.epochMs(), LONGEST_WAIT_MS));
    values.forEach(
        (output, value) -> value.write(Effects.brightness(board, output, now.epochMs()), now));
  }

  @Override
  public void close() {
    List<RuntimeException> faults = new ArrayList<>();
    for (PwmOutput port : ports.values()) {
      try {
        port.close();
      } catch (RuntimeException fault) {
        faults.add(fault);
      }
    }
    if (!faults.isEmpty()) {
      throw faults.getFirst();
    }
  }
}
