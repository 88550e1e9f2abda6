package dev.signalbox.app.config;

import dev.signalbox.app.settings.DurationType;
import dev.signalbox.app.settings.Key;
import dev.signalbox.app.settings.ListType;
import dev.signalbox.app.settings.NoneType;
import dev.signalbox.app.settings.NumberType;
import dev.signalbox.app.settings.Shape;
import dev.signalbox.app.settings.Shapes;
import dev.signalbox.app.settings.TextType;
import dev.signalbox.server.Limits;
import dev.signalbox.server.ServerSettings;
import dev.signalbox.server.Streaming;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code listen} takes. */
final class ListenShape {
  private static final ServerSettings DEFAULT = ServerSettings.DEFAULT;
  private static final Limits LIMITS = Limits.DEFAULT;
  private static final NumberType COUNT = new NumberType(1, 1_000_000);
  private static final int MOST_NAMES = 100;
  static final String MDNS = "mdns";
  private static final String LOCAL = "signalbox";

  /** A label of a host name, with room for the number that a taken one gets. */
  static final TextType LOCAL_NAME =
      new TextType(
          Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?"),
          "a name such as 'railhub8266', without '.local'");

  static final TextType HOST =
      new TextType(
          Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,253}"), "a host name or address without a port");
  private static final TextType ORIGIN =
      new TextType(
          Pattern.compile(
              "https?://(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(?::[0-9]{1,5})?"),
          "the address of a web page without its path, such as https://panel.example");

  /** How the hub is listened for, but for what concerns its streams. */
  record Listen(
      String bind,
      int port,
      List<String> hosts,
      List<String> origins,
      Optional<String> mdns,
      Limits limits) {
    static final Listen DEFAULT =
        new Listen(
            ListenShape.DEFAULT.bind(),
            ListenShape.DEFAULT.port(),
            List.copyOf(ListenShape.DEFAULT.hosts()),
            List.copyOf(ListenShape.DEFAULT.origins()),
            Optional.of(LOCAL),
            LIMITS);

    ServerSettings with(Streaming streaming) {
      return new ServerSettings(
          bind, port, Set.copyOf(hosts), Set.copyOf(origins), streaming, limits);
    }
  }

  private static final Shape<Limits> BOUNDS =
      Shapes.of(
          "the limits",
          Key.of("connections", COUNT, LIMITS.connections(), "Connections open at once."),
          Key.of(
              "streams", COUNT, LIMITS.streams(), "Streams followed at once, of both transports."),
          Key.of(
              "commands-per-second",
              COUNT,
              LIMITS.commandsPerSecond(),
              "Commands from one address in the long run; twice as many at once."),
          Key.of(
              "request-time",
              DurationType.between(Duration.ofSeconds(1), Duration.ofMinutes(10)),
              LIMITS.requestTime(),
              "The time within which a request must have come to its end."),
          Limits::new);

  static final Shape<Listen> SHAPE =
      Shapes.of(
          "listening",
          Key.of("bind", HOST, DEFAULT.bind(), "The address or host name to listen on."),
          Key.of(
              "port", new NumberType(0, 65_535), DEFAULT.port(), "The port; 0 for any free one."),
          Key.of(
              "hosts",
              new ListType<>("host names", HOST, 0, MOST_NAMES),
              List.<String>of(),
              "Names by which the hub is called, besides its own names and addresses."),
          Key.of(
              "origins",
              new ListType<>("web addresses", ORIGIN, 0, MOST_NAMES),
              List.<String>of(),
              "Web pages that may switch things, besides the hub's own."),
          Key.of(
              MDNS,
              new NoneType<>(LOCAL_NAME),
              Optional.of(LOCAL),
              "The hub's name in the network, without '.local'; none to announce nothing."),
          Key.of("limits", BOUNDS, LIMITS, "How much anyone may ask of the hub."),
          Listen::new);

  private ListenShape() {}
}
