package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** A client of a WebSocket that sends whatever frames a test wants. */
final class RawWebSocket implements AutoCloseable {
  private final RawConnection connection;
  private final Queue<Frame> control = new ArrayDeque<>();
  private final WebSocketBytes bytes = new WebSocketBytes(control::add);
  private final Following following;

  RawWebSocket(ServedHub hub) {
    this(hub, handshake(""));
  }

  RawWebSocket(ServedHub hub, Ask handshake) {
    this(new RawConnection(hub.port()), handshake);
  }

  RawWebSocket(RawConnection connection, Ask handshake) {
    this.connection = connection;
    this.following = new Following(connection, bytes);
    connection.send(handshake.text());
  }

  /** A right handshake for {@code /v1/stream} with that query. */
  static Ask handshake(String query) {
    return Ask.get("/v1/stream" + query)
        .header("Upgrade", "websocket")
        .header("Connection", "Upgrade")
        .header("Sec-WebSocket-Version", "13")
        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
  }

  /** One that has been greeted. */
  static RawWebSocket greeted(ServedHub hub) {
    RawWebSocket socket = new RawWebSocket(hub);
    socket.next().expect("hello");
    return socket;
  }

  void say(String text) {
    send(Frame.text(text));
  }

  /** Says the text, in which {@code '} stands for {@code "}, and returns what comes next. */
  Told ask(String text) {
    say(text.replace('\'', '"'));
    return next();
  }

  void send(Frame frame) {
    connection.send(frame.masked());
  }

  Told next() {
    return following.next();
  }

  Told next(String kind) {
    return following.next(kind);
  }

  Optional<Told> nextOrEnd() {
    return following.nextOrEnd();
  }

  /** The next ping or pong, past whatever else comes. */
  Frame nextControl() {
    while (control.isEmpty()) {
      assertTrue(following.read(Integer.MAX_VALUE) >= 0, "the connection ended");
    }
    return control.remove();
  }

  Optional<Told> poll() {
    return following.poll();
  }

  /** The answer to the handshake, once all of it has come. */
  String head() {
    while (bytes.head().isEmpty()) {
      assertTrue(following.read(Integer.MAX_VALUE) >= 0, "the connection ended");
    }
    return bytes.head();
  }

  /** How many messages came deflated so far. */
  int deflated() {
    return bytes.deflated();
  }

  /** Reads to the close frame, whatever comes before it, and returns its code. */
  int closeCode() {
    return (int) next("close").data().number();
  }

  /** Whether the hub has ended the connection; waits for it. */
  boolean ends() {
    return following.nextOrEnd().isEmpty();
  }

  RawConnection connection() {
    return connection;
  }

  @Override
  public void close() {
    connection.close();
  }
}
