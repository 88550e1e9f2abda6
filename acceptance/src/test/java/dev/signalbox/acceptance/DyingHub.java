package dev.signalbox.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Stands in for a hub in the one thing that no hub can be made to do at will: it takes a WebSocket
 * (RFC 6455, section 4.2.2), tells a status, and is gone once it is asked for something.
 */
final class DyingHub implements AutoCloseable {
  private static final int PATIENCE_MS = 60_000;
  private static final int TEXT_FRAME = 0x81;
  private static final String STATUS = "{\"outputs\":[]}";
  private static final String KEY = "sec-websocket-key:";
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket door;

  DyingHub(int port) throws IOException {
    door = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    door.setSoTimeout(PATIENCE_MS);
  }

  /** Returns once it was asked, and nothing listens any more. */
  void dieWhenAsked() throws IOException, NoSuchAlgorithmException {
    try (door;
        Socket client = door.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
      client.setSoTimeout(PATIENCE_MS);
      String answer =
          """
          HTTP/1.1 101 Switching Protocols\r
          Upgrade: websocket\r
          Connection: Upgrade\r
          Sec-WebSocket-Accept: %s\r
          \r
          """
              .formatted(accepted(in));
      client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      client.getOutputStream().write(TEXT_FRAME);
      client.getOutputStream().write(STATUS.length());
      client.getOutputStream().write(STATUS.getBytes(StandardCharsets.US_ASCII));
      if (in.read() != TEXT_FRAME) {
        throw new AssertionError("was not asked");
      }
    }
  }

  /** Reads the request, and returns what shows that its key was read. */
  private static String accepted(BufferedReader in) throws IOException, NoSuchAlgorithmException {
    String key = "";
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.regionMatches(true, 0, KEY, 0, KEY.length())) {
        key = line.substring(KEY.length()).strip();
      }
    }
    byte[] hash =
        MessageDigest.getInstance("SHA-1")
            .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
    return Base64.getEncoder().encodeToString(hash);
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
