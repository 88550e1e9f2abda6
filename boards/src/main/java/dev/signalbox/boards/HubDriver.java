package dev.signalbox.boards;

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
import dev.signalbox.core.model.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The hub's own board. Owned by the engine's thread.
 *
 * <p>It must not feed on itself: what it says is a change, and goes to every client as a message.
 * So clients are counted twice a second but told only when their number differs, and the rates,
 * which always differ a little, are renewed once in ten seconds.
 */
public final class HubDriver implements Driver {
  /** When the hub started, in milliseconds since the Unix epoch. */
  public static final PartId STARTED_AT = new PartId("started-at");

  /** Which Signalbox this is. */
  public static final PartId VERSION = new PartId("version");

  /** Open streams of Server-Sent Events. */
  public static final PartId CLIENTS_SSE = new PartId("clients-sse");

  /** Open WebSockets. */
  public static final PartId CLIENTS_WEBSOCKET = new PartId("clients-websocket");

  /** Messages per second. */
  public static final PartId MESSAGES = new PartId("messages");

  /** Changes per second. */
  public static final PartId CHANGES = new PartId("changes");

  private final HubActivity activity;
  private final Cadence clients = new Cadence(Duration.ofMillis(500), 0);
  private final Cadence rates = new Cadence(Duration.ofSeconds(10), 0);
  private final Rate messages;
  private final Rate changes;

  private HubDriver(HubActivity activity) {
    this.activity = activity;
    messages = new Rate(activity::messagesSent);
    changes = new Rate(activity::changesMade);
  }

  /** The hub's own board. */
  public static Board board(BoardId id, String name, HubSettings settings, HubActivity activity) {
    BoardSpec spec = new BoardSpec(id, name, "hub", parts(settings), Map.of());
    return new Board(spec, new HubDriver(activity));
  }

  private static Map<PartId, Part> parts(HubSettings settings) {
    double startedAt = settings.startedAt().toEpochMilli();
    Map<PartId, Part> parts = new LinkedHashMap<>();
    parts.put(STARTED_AT, new Sensor("Started", startedAt, "epoch-ms", startedAt));
    parts.put(VERSION, new Text("Version", settings.version(), false));
    parts.put(CLIENTS_SSE, new Sensor("SSE clients", 0, "", 0));
    parts.put(CLIENTS_WEBSOCKET, new Sensor("WebSocket clients", 0, "", 0));
    parts.put(MESSAGES, new Sensor("Messages per second", 0, "1/s", 0));
    parts.put(CHANGES, new Sensor("Changes per second", 0, "1/s", 0));
    return parts;
  }

  @Override
  public List<Report> start(BoardState board, Reports reports, Moment now) {
    clients.begin(now);
    rates.begin(now);
    messages.perSecond(now);
    changes.perSecond(now);
    return List.of();
  }

  @Override
  public long nextDue() {
    return Math.min(clients.due(), rates.due());
  }

  @Override
  public List<Report> step(BoardState board, Moment now) {
    List<Report> observed = new ArrayList<>();
    if (clients.beat(now)) {
      Measured.report(board, CLIENTS_SSE, activity.sseClients()).ifPresent(observed::add);
      Measured.report(board, CLIENTS_WEBSOCKET, activity.webSocketClients())
          .ifPresent(observed::add);
    }
    if (rates.beat(now)) {
      Measured.report(board, MESSAGES, messages.perSecond(now)).ifPresent(observed::add);
      Measured.report(board, CHANGES, changes.perSecond(now)).ifPresent(observed::add);
    }
    return observed;
  }

  /** How fast a count grows. */
  private static final class Rate {
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier count;
    private long countBefore;
    private long nanosBefore;

    Rate(LongSupplier count) {
      this.count = count;
    }

    /** The rate since the last call, to a tenth. */
    double perSecond(Moment now) {
      long counted = count.getAsLong();
      double seconds = (now.nanos() - nanosBefore) / NANOS_PER_SECOND;
      double rate = (counted - countBefore) / seconds;
      countBefore = counted;
      nanosBefore = now.nanos();
      return Math.round(rate * 10) / 10.0;
    }
  }
}
