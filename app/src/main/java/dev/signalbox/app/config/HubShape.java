package dev.signalbox.app.config;

import dev.signalbox.app.settings.ChoiceType;
import dev.signalbox.app.settings.DurationType;
import dev.signalbox.app.settings.Key;
import dev.signalbox.app.settings.KindType;
import dev.signalbox.app.settings.ListType;
import dev.signalbox.app.settings.MapType;
import dev.signalbox.app.settings.NumberType;
import dev.signalbox.app.settings.Shape;
import dev.signalbox.app.settings.Shapes;
import dev.signalbox.app.settings.TextType;
import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;
import dev.signalbox.app.yaml.Shown;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.hardware.pwm.SoftPwmSettings;
import dev.signalbox.server.NetworkTransport;
import dev.signalbox.server.Streaming;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a configuration file takes: everything hangs on {@link #SHAPE}. */
public final class HubShape {
  static final String LISTEN = "listen";
  static final String BOARDS = "boards";
  static final String LISTENERS = "listeners";
  static final String KIND = "kind";
  private static final int MOST_BOARDS = 200;
  private static final int MOST_LISTENERS = 100;
  private static final Set<String> SINGLE = Set.of("host", "hub");
  private static final String DEFAULT_NAME = "Signalbox";

  private record Streams(int log, Streaming streaming) {
    static final Streams DEFAULT = new Streams(ChangeLog.DEFAULT_CAPACITY, Streaming.DEFAULT);
  }

  private static final Shape<String> HUB =
      Shapes.of(
          "the hub",
          Key.of(
              "name",
              TextType.notBlank(Common.NAME_LENGTH),
              DEFAULT_NAME,
              "What people call the hub."),
          name -> name);

  private static final Shape<Streams> STREAMS =
      Shapes.of(
          "the streams",
          Key.of(
              "log",
              new NumberType(1, 1 << 24),
              Streams.DEFAULT.log(),
              "How many changes are kept for clients that want every one."),
          Key.of(
              "heartbeat",
              DurationType.between(Duration.ofSeconds(1), Duration.ofMinutes(10)),
              Streaming.DEFAULT.heartbeat(),
              "After how much silence a stream shows that it is alive."),
          Key.of(
              "coalesce",
              new DurationType(Duration.ofMillis(1), Duration.ofSeconds(1), true),
              Streaming.DEFAULT.coalesce(),
              "How long changes wait for others to be sent with them; 0 for not at all."),
          Key.of(
              "deflate",
              Common.FLAG,
              Streaming.DEFAULT.deflate(),
              "Whether WebSockets may be deflated for clients that offer it."),
          Key.of(
              "transport",
              new ChoiceType<>(transports()),
              Streaming.DEFAULT.transport(),
              "The way to the kernel's sockets: the best that there is, or this one."),
          Key.maybe(
              "loops",
              new NumberType(1, Streaming.MOST_LOOPS),
              "How many event loops share the clients; one for two processors if left out."),
          (log, heartbeat, coalesce, deflate, transport, loops) ->
              new Streams(
                  log,
                  new Streaming(
                      heartbeat,
                      coalesce,
                      deflate,
                      transport,
                      loops.orElse(Streaming.DEFAULT.loops()))));

  private static final KindType<BoardPlan> BOARD = new KindType<>(KIND, kinds());

  /** A whole configuration. */
  public static final Shape<Configuration> SHAPE =
      Shapes.of(
              "the configuration",
              Key.of("hub", HUB, DEFAULT_NAME, "The hub itself."),
              Key.of(LISTEN, ListenShape.SHAPE, ListenShape.Listen.DEFAULT, "How it is reached."),
              Key.of("streams", STREAMS, Streams.DEFAULT, "How changes are streamed."),
              Key.of(
                  "hardware",
                  PwmShapes.HARDWARE,
                  SoftPwmSettings.DEFAULT,
                  "What holds for all that is wired to this machine."),
              Key.maybe(
                  BOARDS,
                  new MapType<>("boards", BOARD, 1, MOST_BOARDS),
                  "The boards, each under its id; the six of the example if left out."),
              Key.maybe(
                  LISTENERS,
                  new ListType<>("listeners", ListenerShapes.LISTENER, 0, MOST_LISTENERS),
                  "Ports at which boards answer as a firmware does."),
              (name, listen, streams, softPwm, boards, listeners) ->
                  new Configuration(
                      name,
                      listen.with(streams.streaming()),
                      listen.mdns(),
                      streams.log(),
                      softPwm,
                      boards.orElseGet(() -> DefaultConfiguration.read().boards()),
                      listeners(boards.isPresent(), listeners)))
          .with(HubShape::checkSingle)
          .with(WiringRules::checkLines)
          .with(ListenerRules::checkBoards)
          .with(ListenerRules::checkPorts);

  private HubShape() {}

  private static Map<String, NetworkTransport> transports() {
    Map<String, NetworkTransport> transports = new LinkedHashMap<>();
    for (NetworkTransport transport : NetworkTransport.values()) {
      transports.put(transport.wireName(), transport);
    }
    return transports;
  }

  private static Map<String, Shape<BoardPlan>> kinds() {
    Map<String, Shape<BoardPlan>> kinds = new LinkedHashMap<>();
    kinds.put("counter", CounterShape.SHAPE);
    kinds.put("toggle", ToggleShape.SHAPE);
    kinds.put("sensors", SensorsShape.SHAPE);
    kinds.put("outputs", OutputsShape.SHAPE);
    kinds.put("host", MachineShapes.HOST);
    kinds.put("hub", MachineShapes.HUB);
    return kinds;
  }

  /** Whether there are boards of that kind. */
  static boolean isKind(String kind) {
    return BOARD.kinds().containsKey(kind);
  }

  /** Boards of the user's own come with the user's own listeners, or none. */
  private static Listeners listeners(boolean hasBoards, Optional<List<ListenerPlan>> given) {
    if (given.isPresent()) {
      return new Listeners(given.get(), false);
    }
    return hasBoards ? Listeners.NONE : DefaultConfiguration.read().listeners();
  }

  /** There is one machine and one hub. */
  private static void checkSingle(Node.Mapping root, Problems problems) {
    Map<String, String> first = new HashMap<>();
    for (Node.Entry board : root.entries(BOARDS)) {
      if (board.value() instanceof Node.Mapping mapping
          && mapping.entry(KIND).map(Node.Entry::value).orElse(null) instanceof Node.Scalar kind
          && SINGLE.contains(kind.text())) {
        String other = first.putIfAbsent(kind.text(), board.key().text());
        if (other != null) {
          problems.add(
              kind.place(),
              "there can be one board of kind %s only, and %s is one already"
                  .formatted(Shown.quoted(kind.text()), Shown.quoted(other)));
        }
      }
    }
  }
}
