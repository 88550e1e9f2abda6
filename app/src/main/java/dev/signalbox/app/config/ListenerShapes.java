package dev.signalbox.app.config;

import dev.signalbox.app.settings.ChoiceType;
import dev.signalbox.app.settings.DurationType;
import dev.signalbox.app.settings.Key;
import dev.signalbox.app.settings.KindType;
import dev.signalbox.app.settings.NumberType;
import dev.signalbox.app.settings.Shape;
import dev.signalbox.app.settings.Shapes;
import dev.signalbox.app.settings.TextType;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.wire.dialect.RailHubSettings;
import dev.signalbox.wire.dialect.RailHubSettings.GroupOutputs;
import dev.signalbox.wire.dialect.RailHubSettings.UptimeUnit;
import dev.signalbox.wire.dialect.RailHubSettings.Variant;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an entry of {@code listeners} takes, for each dialect. */
final class ListenerShapes {
  static final String DIALECT = "dialect";
  static final String BOARD = "board";
  static final String BIND = "bind";
  static final String PORT = "port";
  static final String WS_PORT = "wsPort";
  static final String RAIL_HUB = "railhub";

  /** Which kind of board each dialect is for. */
  static final Map<String, String> KINDS =
      Map.of("counter", "counter", "led", "toggle", "event-bus", "sensors", RAIL_HUB, "outputs");

  private static final NumberType ANY_PORT = new NumberType(0, 65_535);
  private static final ListenerPlan.EventBusFormat BUS = ListenerPlan.EventBusFormat.DEFAULT;
  private static final ListenerPlan.RailHubFormat RAIL = ListenerPlan.RailHubFormat.DEFAULT;

  private static final Key<String> FOR =
      Key.required(
          BOARD,
          new TextType(
              Pattern.compile("[a-z0-9][a-z0-9-]{0,62}"), "the id of a board, such as 'yard'"),
          "The board that answers.");
  private static final Key<Optional<String>> AT =
      Key.maybe(BIND, ListenShape.HOST, "The address to listen on; the hub's if left out.");
  private static final Key<Optional<String>> NAME =
      Key.maybe(
          ListenShape.MDNS,
          ListenShape.LOCAL_NAME,
          "Its name in the network, without '.local'; the hub's if left out.");
  private static final Key<Integer> HTTP_PORT =
      Key.required(PORT, ANY_PORT, "The port; 0 for any free one.");
  private static final Key<Integer> CLIENTS =
      Key.of(
          "clients",
          new NumberType(0, 1_000_000),
          0,
          "How many streams there can be at a time; 0 for any number.");

  private static final Shape<ListenerPlan> COUNTER =
      Shapes.of(
          "a counter listener",
          FOR,
          AT,
          HTTP_PORT,
          NAME,
          CLIENTS,
          (board, bind, port, mdns, clients) ->
              plan(board, bind, port, mdns, new ListenerPlan.CounterFormat(clients)));

  private static final Shape<ListenerPlan> LED =
      Shapes.of(
          "an LED listener",
          FOR,
          AT,
          HTTP_PORT,
          NAME,
          CLIENTS,
          (board, bind, port, mdns, clients) ->
              plan(board, bind, port, mdns, new ListenerPlan.LedFormat(clients)));

  private static final Shape<ListenerPlan> EVENT_BUS =
      Shapes.of(
          "an event bus listener",
          FOR,
          AT,
          HTTP_PORT,
          NAME,
          Key.of(
              "channels",
              new NumberType(1, 10_000),
              BUS.channels(),
              "How many clients can be subscribed at a time."),
          Key.of(
              "keepAlive",
              DurationType.between(Duration.ofMillis(100), Duration.ofHours(1)),
              BUS.keepAlive(),
              "The time from one keep-alive to the next."),
          (board, bind, port, mdns, channels, keepAlive) ->
              plan(board, bind, port, mdns, new ListenerPlan.EventBusFormat(channels, keepAlive)));

  /** The entries, by dialect. */
  static final KindType<ListenerPlan> LISTENER = new KindType<>(DIALECT, dialects());

  private ListenerShapes() {}

  private static Map<String, Shape<ListenerPlan>> dialects() {
    Map<String, Shape<ListenerPlan>> dialects = new LinkedHashMap<>();
    dialects.put("counter", COUNTER);
    dialects.put("led", LED);
    dialects.put("event-bus", EVENT_BUS);
    dialects.put(RAIL_HUB, railHub());
    return dialects;
  }

  private static ListenerPlan plan(
      String board,
      Optional<String> bind,
      int port,
      Optional<String> mdns,
      ListenerPlan.Format format) {
    return new ListenerPlan(new BoardId(board), bind, Optional.of(port), mdns, format);
  }

  private static Shape<ListenerPlan> railHub() {
    Key<Optional<Integer>> port =
        Key.maybe(PORT, ANY_PORT, "The port of the page and of REST; 0 for any free one.");
    Key<Optional<Integer>> wsPort =
        Key.maybe(WS_PORT, ANY_PORT, "The port of the WebSocket; 0 for any free one.");
    Key<Variant> variant =
        Key.of(
            "variant",
            ChoiceType.of("esp32", Variant.ESP32, "esp8266", Variant.ESP8266),
            RAIL.format().variant(),
            "Which of the two firmwares it is.");
    Key<UptimeUnit> uptimeUnit =
        Key.of(
            "uptimeUnit",
            ChoiceType.of("ms", UptimeUnit.MILLISECONDS, "s", UptimeUnit.SECONDS),
            RAIL.format().uptime(),
            "What the uptime is counted in.");
    Key<GroupOutputs> groupOutputs =
        Key.of(
            "groupOutputs",
            ChoiceType.of("pins", GroupOutputs.PINS, "indices", GroupOutputs.INDICES),
            RAIL.format().groupOutputs(),
            "What the outputs of a group are told as.");
    Key<Duration> broadcast =
        Key.of(
            "broadcast",
            DurationType.between(Duration.ofMillis(20), Duration.ofMinutes(1)),
            RAIL.broadcast(),
            "The time from one frame to the next where nothing changes.");
    return new Shape<>(
        "a RailHub listener",
        List.of(FOR, AT, port, wsPort, NAME, variant, uptimeUnit, groupOutputs, broadcast, CLIENTS),
        List.of(ListenerRules::checkAnyPort),
        v ->
            new ListenerPlan(
                new BoardId(v.of(FOR)),
                v.of(AT),
                v.of(port),
                v.of(NAME),
                new ListenerPlan.RailHubFormat(
                    new RailHubSettings.Format(v.of(variant), v.of(uptimeUnit), v.of(groupOutputs)),
                    v.of(broadcast),
                    v.of(CLIENTS),
                    v.of(wsPort))));
  }
}
