package dev.signalbox.wire.dialect;

import dev.signalbox.wire.dialect.Answer.Header;
import java.util.List;

/**
 * Server-Sent Events (HTML Standard, section 9.2) as the firmwares write them: one line of data,
 * and line ends of LF. What is written must not have line ends of its own.
 */
final class Sse {
  /** Pages of any origin may read it. */
  static final Header ANY_ORIGIN = new Header("Access-Control-Allow-Origin", "*");

  /** The headers of a stream. */
  static final List<Header> HEADERS =
      List.of(
          new Header("Content-Type", "text/event-stream"),
          new Header("Cache-Control", "no-cache"),
          new Header("Connection", "keep-alive"));

  /** The headers of a stream that pages of any origin may read. */
  static final List<Header> OPEN_HEADERS =
      List.of(HEADERS.get(0), HEADERS.get(1), HEADERS.get(2), ANY_ORIGIN);

  private Sse() {}

  /** An event without a name. */
  static Payload data(String data) {
    return Payload.of("data: " + data + "\n\n");
  }

  /** An event. */
  static Payload event(String name, String data) {
    return Payload.of("event: " + name + "\ndata: " + data + "\n\n");
  }
}
