package dev.signalbox.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found in a stream, wherever it is cut into pieces. */
final class BodyTest {
  private static final class Told implements Body.Receiver {
    private final List<String> messages = new ArrayList<>();
    private final List<String> pings = new ArrayList<>();
    private boolean ended;

    @Override
    public void message(byte[] bytes, int from, int length) {
      messages.add(new String(bytes, from, length, UTF_8));
    }

    @Override
    public void ping(byte[] bytes, int from, int length) {
      pings.add(new String(bytes, from, length, UTF_8));
    }

    @Override
    public void end() {
      ended = true;
    }
  }

  /** Gives {@code body} the bytes in two pieces, cut at {@code cut}, as a connection does. */
  private static Told read(Body body, byte[] bytes, int cut) {
    Told told = new Told();
    int understood = body.read(bytes, 0, cut, told);
    int rest = body.read(bytes, understood, bytes.length, told);
    assertEquals(bytes.length, understood + rest, "cut at " + cut);
    return told;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] frame(int first, byte[] payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(first);
    if (payload.length < 126) {
      frame.write(payload.length);
    } else {
      frame.write(126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    }
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @Test
  void events_cutAnywhere() {
    byte[] stream = bytes("retry: 5\n\nid: 1\ndata: a\n\n: nothing\n\ndata: b\r\ndata: c\r\n\r\n");
    for (int cut = 0; cut <= stream.length; cut++) {
      Told told = read(new Events(), stream, cut);
      assertEquals(List.of("id: 1\ndata: a\n\n", "data: b\r\ndata: c\r\n\r\n"), told.messages);
    }
  }

  @Test
  void chunks_cutAnywhere_andNotWhereEventsEnd() {
    byte[] stream = bytes("8\r\ndata: a\n\r\n9\r\n\ndata: b\n\r\n001\r\n\n\r\n0\r\n\r\n");
    for (int cut = 0; cut <= stream.length; cut++) {
      Told told = read(new Chunks(new Events()), stream, cut);
      assertEquals(List.of("data: a\n\n", "data: b\n\n"), told.messages, "cut at " + cut);
      assertTrue(told.ended);
    }
  }

  @Test
  void frames_cutAnywhere() {
    byte[] longer = new byte[300];
    Arrays.fill(longer, (byte) 'x');
    byte[] stream =
        joined(
            frame(0x81, bytes("one")),
            frame(0x89, bytes("ping")),
            frame(0x01, bytes("in ")),
            frame(0x80, bytes("two")),
            frame(0x82, longer),
            frame(0x88, new byte[] {3, (byte) 0xe8}));
    for (int cut = 0; cut <= stream.length; cut++) {
      Told told = read(new Frames(), stream, cut);
      assertEquals(List.of("one", "in two", "x".repeat(300)), told.messages);
      assertEquals(List.of("ping"), told.pings);
      assertTrue(told.ended);
    }
  }

  @Test
  void nonsense_isRefused() {
    Told told = new Told();
    byte[] endless = bytes("z".repeat(100));
    assertThrows(
        MalformedException.class,
        () -> new Chunks(new Events()).read(endless, 0, endless.length, told));
    byte[] huge = bytes("fffffff\r\n");
    assertThrows(
        MalformedException.class, () -> new Chunks(new Events()).read(huge, 0, huge.length, told));
    byte[] masked = {(byte) 0x81, (byte) 0x80, 0, 0, 0, 0};
    assertThrows(MalformedException.class, () -> new Frames().read(masked, 0, masked.length, told));
    byte[] enormous = {(byte) 0x81, 127, -1, -1, -1, -1, -1, -1, -1, -1};
    assertThrows(
        MalformedException.class, () -> new Frames().read(enormous, 0, enormous.length, told));
    byte[] unknown = frame(0x83, bytes("?"));
    assertThrows(
        MalformedException.class, () -> new Frames().read(unknown, 0, unknown.length, told));
  }

  @Test
  void head_wholeOrNot() {
    byte[] head = bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\nrest");
    for (int length = 0; length < head.length - 4; length++) {
      assertTrue(Head.read(head, length).isEmpty());
    }
    assertEquals(new Head(200, true, head.length - 4), Head.read(head, head.length).orElseThrow());
    byte[] other = bytes("SSH-2.0-OpenSSH_9\r\n\r\n");
    assertThrows(MalformedException.class, () -> Head.read(other, other.length));
  }
}
