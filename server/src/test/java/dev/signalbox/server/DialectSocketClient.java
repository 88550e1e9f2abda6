package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.List;

/** A client of RailHub's WebSocket that reads only when it is asked to. */
final class DialectSocketClient implements AutoCloseable {
  private final RawConnection connection;
  private final DialectBytes bytes;
  private final List<String> head;

  DialectSocketClient(int port) {
    this(new RawConnection(port), handshake("/"));
  }

  DialectSocketClient(RawConnection connection, Ask handshake) {
    this.connection = connection;
    this.bytes = new DialectBytes(connection);
    connection.send(handshake.text());
    head = bytes.head();
    assertEquals("HTTP/1.1 101 Switching Protocols", head.getFirst());
  }

  static Ask handshake(String path) {
    return Ask.get(path)
        .header("Upgrade", "websocket")
        .header("Connection", "Upgrade")
        .header("Sec-WebSocket-Version", "13")
        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
  }

  /** The answer to the handshake. */
  List<String> head() {
    return head;
  }

  /** Says the text, in which {@code '} stands for {@code "}. */
  void say(String text) {
    send(Frame.text(text.replace('\'', '"')));
  }

  void send(Frame frame) {
    connection.send(frame.masked());
  }

  /** The next frame of any kind. */
  Frame frame() {
    byte[] start = bytes.exactly(2);
    int length = start[1];
    if (length == 126) {
      length = ByteBuffer.wrap(bytes.exactly(2)).getShort() & 0xffff;
    } else if (length == 127) {
      length = Math.toIntExact(ByteBuffer.wrap(bytes.exactly(8)).getLong());
    }
    return new Frame(start[0] < 0, start[0] & 0x7f, bytes.exactly(length));
  }

  /** The next message. */
  Doc next() {
    Frame frame = frame();
    assertEquals(Frame.TEXT, frame.opcode(), frame.text());
    return Doc.of(frame.text());
  }

  /** The next status, past any answers. */
  Doc status() {
    Doc message = next();
    while (message.at("wsClients").isMissing()) {
      message = next();
    }
    return message;
  }

  /** The next answer, past any status. */
  Doc answer() {
    Doc message = next();
    while (!message.at("wsClients").isMissing()) {
      message = next();
    }
    return message;
  }

  Doc ask(String text) {
    say(text);
    return answer();
  }

  /** The code with which the hub closes, past whatever comes before. */
  int closeCode() {
    Frame frame = frame();
    while (frame.opcode() != Frame.CLOSE) {
      frame = frame();
    }
    return frame.closeCode();
  }

  boolean ends() {
    return bytes.ends();
  }

  RawConnection connection() {
    return connection;
  }

  @Override
  public void close() {
    connection.close();
  }
}
