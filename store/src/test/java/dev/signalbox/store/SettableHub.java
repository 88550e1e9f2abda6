package dev.signalbox.store;

import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.BoardSpec;
import dev.signalbox.core.engine.CommandRequest;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.InitialState;
import dev.signalbox.core.engine.Reports;
import dev.signalbox.core.engine.StateEngine;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.core.model.Sensor;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.ChangeStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A hub of two boards without hardware that a test commands: {@code yard} with outputs {@code out1}
 * to {@code out4}, a configured chase {@code runway} and room for two more; {@code desk} with an
 * LED and a sensor that can come and go.
 */
final class SettableHub {
  static final BoardId YARD = new BoardId("yard");
  static final BoardId DESK = new BoardId("desk");

  /** A driver through which a test reports. */
  private static final class Idle implements Driver {
    private @Nullable Reports reports;

    @Override
    public List<Report> start(
        BoardState board, Reports reports, dev.signalbox.core.engine.Moment now) {
      this.reports = reports;
      return List.of();
    }
  }

  private final Idle desk = new Idle();
  private final ChangeStream stream;
  private final StateEngine engine;

  SettableHub(SavedSettings saved) {
    this(saved, ChangeLog.DEFAULT_CAPACITY);
  }

  SettableHub(SavedSettings saved, int logSize) {
    List<Board> boards =
        List.of(new Board(specs().getFirst(), new Idle()), new Board(specs().getLast(), desk));
    HubState state = InitialState.of("Test", "0", boards, saved, 0);
    stream = new ChangeStream(state, new ChangeLog(logSize));
    engine = new StateEngine(boards, stream, InstantSource.fixed(Instant.EPOCH));
    engine.step(0);
  }

  static List<BoardSpec> specs() {
    Map<PartId, Part> outputs = new LinkedHashMap<>();
    for (int n = 1; n <= 4; n++) {
      outputs.put(new PartId("out" + n), new Output("Output " + n, n, false, 100, 0, 0));
    }
    outputs.put(
        new PartId("runway"), new Chase("Runway", Members.of("out1", "out2"), 300, true, 0));
    Map<PartId, Part> parts = new LinkedHashMap<>();
    parts.put(new PartId("led"), new Led("LED", false));
    parts.put(new PartId("sensor"), new Sensor("Sensor", 1, "°C", 0));
    return List.of(
        new BoardSpec(YARD, "Yard", "outputs", outputs, Map.of("chase", 3)),
        new BoardSpec(DESK, "Desk", "other", parts, Map.of()));
  }

  ChangeStream stream() {
    return stream;
  }

  HubState state() {
    return stream.state();
  }

  Part part(BoardId board, String part) {
    return state().board(board).orElseThrow().part(new PartId(part)).orElseThrow();
  }

  void set(BoardId board, String part, String property, @Nullable Object value) {
    accept(new Command.SetPart(board, new PartId(part), Map.of(property, value)));
  }

  void accept(Command command) {
    Outcome outcome = command(command);
    if (!(outcome instanceof Outcome.Accepted)) {
      throw new AssertionError(command + " was " + outcome);
    }
  }

  Outcome command(Command command) {
    AtomicReference<Outcome> outcome = new AtomicReference<>();
    engine.submit(CommandRequest.of(List.of(command), outcome::set));
    engine.step(0);
    return outcome.get();
  }

  /** Has the driver of {@code desk} observe something. */
  void report(Report report) {
    if (desk.reports == null || !desk.reports.offer(List.of(report))) {
      throw new AssertionError("not taken: " + report);
    }
    engine.step(0);
  }
}
