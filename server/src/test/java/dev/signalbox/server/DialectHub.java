package dev.signalbox.server;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import dev.signalbox.wire.dialect.CounterDialect;
import dev.signalbox.wire.dialect.Device;
import dev.signalbox.wire.dialect.Dialect;
import dev.signalbox.wire.dialect.EventBusDialect;
import dev.signalbox.wire.dialect.LedDialect;
import dev.signalbox.wire.dialect.RailHubDialect;
import dev.signalbox.wire.dialect.RailHubSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A whole hub whose boards speak the four dialects, on listeners of their own and on the main. */
final class DialectHub implements AutoCloseable {
  /** Which of a dialect's two listeners for requests is asked. */
  enum Where {
    OWN,
    MAIN
  }

  /** The dialects, by what their listeners are called here. */
  enum Kind {
    COUNTER,
    LED,
    BUS,
    RAILHUB
  }

  /** How the dialects speak. */
  record Setup(
      CounterDialect.Settings counter,
      LedDialect.Settings led,
      EventBusDialect.Settings bus,
      RailHubSettings railHub) {
    /** At most so many clients in each; 0 for any number. */
    static Setup clients(int most) {
      return new Setup(
          new CounterDialect.Settings(most, true),
          new LedDialect.Settings(most, true),
          new EventBusDialect.Settings(most == 0 ? 8 : most, Duration.ofMinutes(10), true),
          railHub(most, Duration.ofSeconds(60)));
    }

    static RailHubSettings railHub(int clients, Duration broadcast) {
      return new RailHubSettings(
          RailHubSettings.Format.DEFAULT,
          broadcast,
          clients,
          4,
          Optional.of(new RailHubSettings.Page(81)));
    }

    Setup broadcasting(Duration every) {
      return new Setup(counter, led, bus, railHub(railHub.clients(), every));
    }

    Setup keepingAlive(Duration every) {
      return new Setup(
          counter, led, new EventBusDialect.Settings(bus.channels(), every, true), railHub);
    }
  }

  private static final String SOCKETS = "sockets";

  private final ServedHub hub;
  private final Map<String, Integer> measured = new HashMap<>();

  DialectHub() {
    this(Setup.clients(0));
  }

  DialectHub(Setup setup) {
    this(setup, ServedHub.settings(ServedHub.generous()));
  }

  DialectHub(Setup setup, ServerSettings settings) {
    hub =
        new ServedHub(
            settings,
            new Mounts(
                List.of(
                    mount(Kind.COUNTER, new CounterDialect(board("counter"), setup.counter())),
                    mount(Kind.LED, new LedDialect(board("toggle"), setup.led())),
                    mount(Kind.BUS, new EventBusDialect(board("sensors"), setup.bus())),
                    mount(Kind.RAILHUB, new RailHubDialect(board("yard"), setup.railHub()))),
                Device.UNKNOWN));
  }

  private static BoardId board(String id) {
    return new BoardId(id);
  }

  private static Mount mount(Kind kind, Dialect dialect) {
    Optional<Mount.Listener> sockets =
        kind == Kind.RAILHUB ? Optional.of(listener(SOCKETS)) : Optional.empty();
    return new Mount(dialect, true, Optional.of(listener(kind.name())), sockets);
  }

  private static Mount.Listener listener(String name) {
    return new Mount.Listener(name, "127.0.0.1", 0);
  }

  private int port(String name) {
    return hub.server().listeners().stream()
        .filter(listener -> listener.name().equals(name))
        .findFirst()
        .orElseThrow()
        .port();
  }

  int port(Kind kind) {
    return port(kind.name());
  }

  int port(Kind kind, Where where) {
    return where == Where.OWN ? port(kind) : hub.port();
  }

  /** The port of RailHub's WebSocket. */
  int socketPort() {
    return port(SOCKETS);
  }

  /** Asks a dialect on its own listener, over a connection of its own. */
  DialectAnswer ask(Kind kind, Ask ask) {
    return DialectAnswer.of(port(kind), ask);
  }

  DialectEvents follow(Kind kind, String path) {
    return new DialectEvents(port(kind), path);
  }

  /** One of RailHub's WebSockets, which has had its first frame. */
  DialectSocketClient socket() {
    DialectSocketClient client = new DialectSocketClient(socketPort());
    client.status();
    return client;
  }

  /** Has one of the two sensors measure that. */
  void measure(String sensor, int value) {
    Integer before = measured.put(sensor, value);
    hub.reportPatiently(
        "sensors",
        new Report.Observed(
            new PartId(sensor), Map.of("value", value, "previous", before == null ? 0 : before)));
  }

  /** Has the LED of the board {@code toggle} lit or not. */
  void light(boolean lit) {
    hub.reportPatiently("toggle", new Report.Observed(new PartId("led"), Map.of("lit", lit)));
  }

  ServedHub hub() {
    return hub;
  }

  @Override
  public void close() {
    hub.close();
  }
}
