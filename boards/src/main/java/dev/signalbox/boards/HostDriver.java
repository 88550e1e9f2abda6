package dev.signalbox.boards;

import dev.signalbox.boards.host.Machine;
import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.BoardSpec;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.engine.Reports;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.model.Sensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The machine that the hub runs on: what it has is a part, and what it has no longer is gone.
 *
 * <p>Reading a file can take its time (a disk that is elsewhere, a sensor behind a slow bus), and
 * file access holds on to the carrier of a virtual thread; so a platform thread reads. It leaves
 * the reading where the engine's thread finds it, which compares it with the state: what differs is
 * reported. A reading that was missed is made good by the next. One that takes longer than the
 * interval is waited for.
 */
public final class HostDriver implements Driver {
  // Any thread.
  private final AtomicReference<@Nullable Map<PartId, Part>> fresh = new AtomicReference<>();
  private final AtomicBoolean reading = new AtomicBoolean();

  // The reading thread.
  private final Machine machine;

  // The engine's thread.
  private final ExecutorService reader;
  private final Duration interval;
  private Reports reports = _ -> false;
  private long latest;
  private long readingDue = NEVER;

  private HostDriver(HostSettings settings, Machine machine, ExecutorService reader) {
    interval = settings.interval();
    this.machine = machine;
    this.reader = reader;
  }

  /** A board of this machine's figures, read by a thread of its own. */
  public static Board board(BoardId id, String name, HostSettings settings, Machine machine) {
    var thread = Thread.ofPlatform().daemon().name("host-readings").factory();
    return board(id, name, settings, machine, Executors.newSingleThreadExecutor(thread));
  }

  /**
   * A board of this machine's figures.
   *
   * @param reader reads, one reading at a time; shut down with the board
   */
  public static Board board(
      BoardId id, String name, HostSettings settings, Machine machine, ExecutorService reader) {
    BoardSpec spec = new BoardSpec(id, name, "host", Map.of(), Map.of());
    return new Board(spec, new HostDriver(settings, machine, reader));
  }

  @Override
  public List<Report> start(BoardState board, Reports inbox, Moment now) {
    reports = inbox;
    latest = now.nanos();
    readingDue = now.nanos();
    return List.of();
  }

  @Override
  public long nextDue() {
    return fresh.get() != null ? latest : readingDue;
  }

  @Override
  public List<Report> step(BoardState board, Moment now) {
    latest = now.nanos();
    if (now.isPast(readingDue)) {
      readingDue = now.nanos() + interval.toNanos();
      if (reading.compareAndSet(false, true)) {
        reader.execute(this::read);
      }
    }
    Map<PartId, Part> figures = fresh.getAndSet(null);
    return figures == null ? List.of() : differences(board, figures);
  }

  /** Thread: the reading one. */
  private void read() {
    try {
      fresh.set(machine.read());
    } finally {
      reading.set(false);
    }
    reports.offer(List.of());
  }

  private static List<Report> differences(BoardState board, Map<PartId, Part> figures) {
    List<Report> observed = new ArrayList<>();
    board.parts().keySet().stream()
        .filter(id -> !figures.containsKey(id))
        .forEach(id -> observed.add(new Report.Vanished(id)));
    figures.forEach((id, figure) -> {
      Part known = board.part(id).orElse(null);
      if (known == null || !known.getClass().equals(figure.getClass())) {
        observed.add(new Report.Appeared(id, figure));
      } else {
        difference(id, known, figure, observed);
      }
    });
    return observed;
  }

  /** The name is the people's, and a reading knows nothing of earlier ones. */
  private static void difference(PartId id, Part known, Part figure, List<Report> observed) {
    Map<String, Object> values = new HashMap<>(figure.schema().values(figure));
    values.entrySet().removeAll(known.schema().values(known).entrySet());
    values.keySet().removeAll(List.of("name", "previous"));
    if (values.containsKey("value") && known instanceof Sensor sensor) {
      values.put("previous", sensor.value());
    }
    if (!values.isEmpty()) {
      observed.add(new Report.Observed(id, values));
    }
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
