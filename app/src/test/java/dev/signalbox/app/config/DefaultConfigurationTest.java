package dev.signalbox.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.boards.CounterSettings;
import dev.signalbox.boards.HostSettings;
import dev.signalbox.boards.OutputsSettings;
import dev.signalbox.boards.SensorsSettings;
import dev.signalbox.boards.ToggleSettings;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.hardware.pwm.SoftPwmSettings;
import dev.signalbox.server.ServerSettings;
import dev.signalbox.wire.dialect.RailHubSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DefaultConfigurationTest {
  private static final Pattern COMMENTED_SETTING =
      Pattern.compile("(?m)^( *)#([a-zA-Z-]+:)", Pattern.MULTILINE);

  private static final ListenerPlan YARD =
      new ListenerPlan(
          new BoardId("yard"),
          Optional.of("127.0.0.1"),
          Optional.empty(),
          Optional.empty(),
          new ListenerPlan.RailHubFormat(
              RailHubSettings.DEFAULT.format(), Duration.ofMillis(500), 0, Optional.of(8081)));

  /** The same, but for that somebody asked for its listeners. */
  private static Configuration asked(Configuration configuration) {
    return configuration.withListeners(new Listeners(configuration.listeners().plans(), false));
  }

  private static String text() {
    return new String(DefaultConfiguration.bytes(), UTF_8);
  }

  private static Configuration read(String file) {
    return assertInstanceOf(
            ConfigurationFile.Fine.class, ConfigurationFile.read("test", file.getBytes(UTF_8)))
        .configuration();
  }

  @Test
  void file_asItIs_hasTheDefaultsOfAllModules() {
    assertEquals(
        new Configuration(
            "Signalbox",
            ServerSettings.DEFAULT,
            Optional.of("signalbox"),
            ChangeLog.DEFAULT_CAPACITY,
            SoftPwmSettings.DEFAULT,
            List.of(
                plan("counter", "Counter", new BoardPlan.CounterKind(CounterSettings.DEFAULT)),
                plan("toggle", "Toggle", new BoardPlan.ToggleKind(ToggleSettings.DEFAULT)),
                plan("sensors", "Sensors", new BoardPlan.SensorsKind(SensorsSettings.DEFAULT)),
                plan("yard", "Yard lights", new BoardPlan.OutputsKind(OutputsSettings.DEFAULT)),
                plan("host", "This machine", new BoardPlan.HostKind(HostSettings.DEFAULT)),
                plan("hub", "Hub", new BoardPlan.HubKind())),
            new Listeners(List.of(YARD), true)),
        DefaultConfiguration.read());
  }

  private static BoardPlan plan(String id, String name, BoardPlan.Kind kind) {
    return new BoardPlan(new BoardId(id), name, kind);
  }

  @Test
  void file_withItsCommentedSettings_saysTheSame() {
    String uncommented = COMMENTED_SETTING.matcher(text()).replaceAll("$1$2");

    assertNotEquals(text(), uncommented);
    assertEquals(asked(DefaultConfiguration.read()), read(uncommented));
  }

  @Test
  void file_withItsCommentedSettings_showsEveryKey() {
    String uncommented = COMMENTED_SETTING.matcher(text()).replaceAll("$1$2");
    String example =
        text().lines().filter(line -> line.startsWith("    #   ")).reduce("", String::concat);

    for (KeyPaths.Documented key : KeyPaths.all()) {
      assertTrue(
          Pattern.compile("(?m)(^ *|[{,] *)" + key.key().name() + ":").matcher(uncommented).find()
              || example.contains(key.key().name() + ":"),
          key.toString());
    }
  }

  @Test
  void boards_leftOut_areTheSix() {
    Configuration read = read("hub: {name: Club}");

    assertEquals("Club", read.name());
    assertEquals(DefaultConfiguration.read().boards(), read.boards());
  }

  @Test
  void listeners_leftOut_areTheDefaultsOnesUnlessThereAreBoards() {
    assertEquals(new Listeners(List.of(YARD), true), read("hub: {name: Club}").listeners());
    assertEquals(Listeners.NONE, read("boards: {a: {kind: counter}}").listeners());
    assertEquals(Listeners.NONE, read("hub: {name: Club}\nlisteners: []").listeners());
  }

  @Test
  void listeners_thatNobodyAskedFor_canBeMovedToAnyPort() {
    Listeners moved = DefaultConfiguration.read().listeners().atAnyPort();
    Listeners askedFor = asked(DefaultConfiguration.read()).listeners();

    assertTrue(moved.byDefault());
    assertEquals(
        List.of(new Endpoint("127.0.0.1", 0)), moved.plans().getFirst().endpoints("0.0.0.0"));
    assertEquals(askedFor, askedFor.atAnyPort());
  }

  @Test
  void listeners_withoutABind_areWhereTheHubIs() {
    Configuration read = read("listeners: [{dialect: railhub, board: yard, port: 81, wsPort: 82}]");

    assertEquals(
        List.of(new Endpoint("192.0.2.1", 81), new Endpoint("192.0.2.1", 82)),
        read.listeners().plans().getFirst().endpoints("192.0.2.1"));
  }

  @Test
  void listeners_withNothingButWhatTheyNeed_haveTheFirmwaresDefaults() {
    Configuration read =
        read(
            """
            listeners:
              - {dialect: counter, board: counter, port: 1}
              - {dialect: led, board: toggle, port: 2}
              - {dialect: event-bus, board: sensors, port: 3}
              - {dialect: railhub, board: yard, port: 4}
            """);

    assertEquals(
        List.of(
            plain("counter", 1, new ListenerPlan.CounterFormat(0)),
            plain("toggle", 2, new ListenerPlan.LedFormat(0)),
            plain("sensors", 3, new ListenerPlan.EventBusFormat(8, Duration.ofSeconds(30))),
            plain(
                "yard",
                4,
                new ListenerPlan.RailHubFormat(
                    RailHubSettings.DEFAULT.format(),
                    Duration.ofMillis(500),
                    0,
                    Optional.empty()))),
        read.listeners().plans());
  }

  private static ListenerPlan plain(String board, int port, ListenerPlan.Format format) {
    return new ListenerPlan(
        new BoardId(board), Optional.empty(), Optional.of(port), Optional.empty(), format);
  }

  @Test
  void listeners_atOnePortOfSeveralAddresses_areTaken() {
    Configuration read =
        read(
            """
            listeners:
              - {dialect: railhub, board: yard, bind: 127.0.0.2, port: 8080, wsPort: 81}
              - {dialect: railhub, board: yard, bind: 127.0.0.3, port: 8080, wsPort: 81}
              - {dialect: counter, board: counter, port: 0}
              - {dialect: counter, board: counter, port: 0}
            """);

    assertEquals(4, read.listeners().plans().size());
  }

  @Test
  void mappings_withEverythingCommentedOut_haveTheirDefaults() {
    Configuration read =
        read(
            """
            boards:
              counter:
                kind: counter
                counter:
                display:
                  #on: true
            """);

    assertEquals(
        new BoardPlan.CounterKind(CounterSettings.DEFAULT), read.boards().getFirst().kind());
  }

  @Test
  void names_leftOut_areTheIds() {
    Configuration read = read("boards: {lights: {kind: outputs, outputs: {porch: {pin: 1}}}}");

    assertEquals("lights", read.boards().getFirst().name());
    assertTrue(read.boards().getFirst().toString().contains("id=porch, name=porch"));
  }

  @Test
  void none_inPlaceOfAPart_leavesItOut() {
    Configuration read = read("boards: {counter: {kind: counter, display: none}}");

    assertTrue(
        ((BoardPlan.CounterKind) read.boards().getFirst().kind()).settings().display().isEmpty());
  }

  @Test
  void everything_thatCanBeSaid_isTaken() {
    Configuration read =
        read(
            """
            hub: {name: Clubhouse}
            listen:
              bind: '::'
              port: 0
              hosts: [hub.example, 'fd00::1']
              origins: ['https://panel.example', 'http://box:3000']
              limits: {connections: 5, streams: 4, commands-per-second: 3, request-time: 1m}
            streams: {log: 10, heartbeat: 1.5s}
            boards:
              a:
                kind: counter
                counter: {name: '', step: -2, interval: 24h, value: +7}
                display: {on: false, brightness: 0}
              b: {kind: toggle, led: {lit: true}, switch: {debounce: 0}, button: {name: Bell}}
              c:
                kind: sensors
                sensors: {cellar: {unit: °C}}
                pause: {shortest: 2m, longest: 2m}
              d:
                kind: outputs
                outputs:
                  one: {pin: 1, active: true, brightness: 5, blink: 500}
                  two: {pin: 2}
                chases: {both: {members: [two, one], interval: 10, running: false}}
                groups: 1
              e: {kind: host, interval: 1s}
              f: {kind: hub}
            listeners:
              - {dialect: counter, board: a, bind: box.local, port: 8091, mdns: club-counter, clients: 3}
              - {dialect: led, board: b, port: 8092, clients: 4}
              - {dialect: event-bus, board: c, port: 0, channels: 2, keepAlive: 1m}
              - dialect: railhub
                board: d
                port: 8094
                wsPort: 8095
                variant: esp32
                uptimeUnit: s
                groupOutputs: indices
                broadcast: 1s
                clients: 5
            """);

    assertEquals(6, read.boards().size());
    assertEquals("::", read.server().bind());
    assertEquals(1_500, read.server().heartbeat().toMillis());
    String boards = read.boards().toString();
    assertTrue(boards.contains("step=-2, interval=PT24H, value=7"), boards);
    assertTrue(boards.contains("button=Optional[Bell]"), boards);
    assertTrue(boards.contains("pin=1, active=true, brightness=5, blink=500"), boards);
    assertTrue(
        boards.contains("members=Members[ids=[two, one]], interval=10, running=false"), boards);
    assertEquals(
        List.of(
            new ListenerPlan(
                new BoardId("a"),
                Optional.of("box.local"),
                Optional.of(8091),
                Optional.of("club-counter"),
                new ListenerPlan.CounterFormat(3)),
            plain("b", 8092, new ListenerPlan.LedFormat(4)),
            plain("c", 0, new ListenerPlan.EventBusFormat(2, Duration.ofMinutes(1))),
            plain(
                "d",
                8094,
                new ListenerPlan.RailHubFormat(
                    new RailHubSettings.Format(
                        RailHubSettings.Variant.ESP32,
                        RailHubSettings.UptimeUnit.SECONDS,
                        RailHubSettings.GroupOutputs.INDICES),
                    Duration.ofSeconds(1),
                    5,
                    Optional.of(8095)))),
        read.listeners().plans());
  }
}
