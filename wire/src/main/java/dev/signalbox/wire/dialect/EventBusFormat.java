package dev.signalbox.wire.dialect;

import dev.signalbox.core.model.Sensor;
import dev.signalbox.wire.Json;
import dev.signalbox.wire.dialect.Answer.Header;
import dev.signalbox.wire.dialect.Answer.Reply;
import java.nio.charset.StandardCharsets;

/** The event bus's messages and texts, byte for byte. */
final class EventBusFormat {
  /** Says that the bus is alive. */
  static final Payload KEEP_ALIVE = Sse.event("event", "{ \"TYPE\":\"KEEP-ALIVE\" }");

  private EventBusFormat() {}

  /** A sensor's value and the one before; a sensor without a name goes by its id. */
  static Payload state(Watched.Seen<Sensor> seen) {
    Sensor sensor = seen.part();
    String name = sensor.name().isBlank() ? seen.id().value() : sensor.name();
    return Sse.event(
        "event",
        "{\"TYPE\":\"STATE\", "
            + json(name)
            + ":{\"state\":"
            + json(sensor.value())
            + ", \"prevState\":"
            + json(sensor.previous())
            + "}}");
  }

  private static String json(Object value) {
    return new String(Json.of(value), StandardCharsets.UTF_8);
  }

  /**
   * Where a channel is, as the client calls this host.
   *
   * @param host may lack the port, which then is HTTP's own, or be missing altogether
   */
  static String location(String host, String path) {
    boolean hasPort = host.lastIndexOf(':') > host.lastIndexOf(']');
    return host.isEmpty() ? path : "http://" + host + (hasPort ? "" : ":80") + path;
  }

  /** The firmware's answer to all that it does not know. */
  static Reply notFound(Request request, Header... more) {
    StringBuilder text = new StringBuilder("Handle Not Found\n\nURI: ").append(request.path());
    text.append("\nMethod: ").append(request.method().equals("GET") ? "GET" : "POST");
    text.append("\nArguments: ").append(request.query().size()).append('\n');
    for (Request.Argument argument : request.query()) {
      text.append(' ').append(argument.name()).append(": ").append(argument.value()).append('\n');
    }
    return Plain.of(404, text.toString(), more);
  }
}
