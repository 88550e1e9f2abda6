package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A client that follows a dialect's stream of events and reads only when it is asked to. */
final class DialectEvents implements AutoCloseable {
  private final RawConnection connection;
  private final DialectBytes bytes;
  private final List<String> head;
  private final boolean chunked;
  private int left;

  DialectEvents(int port, String path) {
    this(new RawConnection(port), Ask.get(path));
  }

  DialectEvents(RawConnection connection, Ask ask) {
    this(asked(connection, ask));
  }

  private static RawConnection asked(RawConnection connection, Ask ask) {
    connection.send(ask.text());
    return connection;
  }

  /** Over a connection that has asked for it. */
  DialectEvents(RawConnection connection) {
    this.connection = connection;
    this.bytes = new DialectBytes(connection);
    head = bytes.head();
    chunked = head.stream().anyMatch("transfer-encoding: chunked"::equalsIgnoreCase);
    assertEquals("HTTP/1.1 200 OK", head.getFirst());
  }

  /** The status line and the headers, as they came. */
  List<String> head() {
    return head;
  }

  /** The next event, without its empty line. */
  String next() {
    String event = nextOrEnd();
    assertFalse(event.isEmpty(), "the stream ended");
    return event;
  }

  /** The next event, without its empty line; empty at the end of the stream. */
  String nextOrEnd() {
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    int before = 0;
    for (int c = read(); c != '\n' || before != '\n'; c = read()) {
      if (c < 0) {
        assertEquals(0, event.size(), "ended within " + event);
        return "";
      }
      event.write(c);
      before = c;
    }
    return event.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  /** The next events must be these. */
  void expect(String... events) {
    for (String event : events) {
      assertEquals(event, next());
    }
  }

  /** Reads on until that event. */
  void until(String event) {
    for (String told = next(); !told.equals(event); told = next()) {}
  }

  private int read() {
    if (!chunked) {
      return bytes.next();
    }
    if (left == 0) {
      left = Integer.parseInt(bytes.line(), 16);
      if (left == 0) {
        return -1;
      }
    }
    int next = bytes.next();
    if (--left == 0) {
      assertEquals("", bytes.line());
    }
    return next;
  }

  /** The stream must come to its proper end now. */
  void expectEnd() {
    assertEquals(-1, read(), "more came");
    if (!chunked) {
      assertTrue(bytes.ends());
    }
  }

  /** Reads to the end, whatever comes before. */
  void skipToEnd() {
    while (read() >= 0) {}
  }

  boolean isChunked() {
    return chunked;
  }

  RawConnection connection() {
    return connection;
  }

  void cut() {
    connection.cut();
  }

  @Override
  public void close() {
    connection.close();
  }
}
