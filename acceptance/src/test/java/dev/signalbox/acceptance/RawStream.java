package dev.signalbox.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request and what comes back, byte by byte. A read that brings nothing for 10 s fails. */
final class RawStream implements AutoCloseable {
  private static final int PATIENCE_MS = 10_000;
  private static final int SMALL_BUFFER = 2_048;
  private static final int MASKED = 0x80;
  private static final int TEXT_FRAME = 0x81;
  private static final int CLOSE_FRAME = 0x88;
  private static final byte[] NORMAL_CLOSURE = {1000 >> 8, (byte) 1000};

  private final Socket socket = new Socket();
  private final InputStream in;

  private RawStream(int port, String head) throws IOException {
    socket.setReceiveBufferSize(SMALL_BUFFER);
    socket.setSoTimeout(PATIENCE_MS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
    in = socket.getInputStream();
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
  }

  /** Asks for Server-Sent Events. */
  static RawStream events(int port) throws IOException {
    return new RawStream(port, "GET /v1/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
  }

  /** Asks for a WebSocket, and returns when it is open (before that nothing may be sent). */
  static RawStream webSocket(int port) throws IOException {
    RawStream stream =
        new RawStream(
            port,
            """
            GET /v1/stream HTTP/1.1\r
            Host: 127.0.0.1\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
            Sec-WebSocket-Protocol: signalbox.v1+json\r
            \r
            """);
    stream.readTo("{\"hello\"");
    return stream;
  }

  /** Sends a short text message. */
  void sendText(String text) throws IOException {
    sendFrame(TEXT_FRAME, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Says goodbye, but does not end the connection. */
  void sendClose() throws IOException {
    sendFrame(CLOSE_FRAME, NORMAL_CLOSURE);
  }

  /** A frame that is masked by nothing but zeros (RFC 6455, section 5.2). */
  private void sendFrame(int kind, byte[] bytes) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(kind);
    frame.write(MASKED | bytes.length);
    frame.writeBytes(new byte[4]);
    frame.writeBytes(bytes);
    socket.getOutputStream().write(frame.toByteArray());
  }

  /** Reads up to and with {@code text}. */
  void readTo(String text) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(text, Math.max(0, read.length() - text.length())) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new AssertionError("ended before " + text + ": " + read);
      }
      read.append((char) next);
    }
  }

  /** Reads all that comes until the hub ends the connection. */
  String rest() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
