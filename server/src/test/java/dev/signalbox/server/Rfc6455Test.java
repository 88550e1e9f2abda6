package dev.signalbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 6455 asks of a server's frames and closing, section by section. */
final class Rfc6455Test {
  private static final int LAST = 0x80;
  private static final int MASKED = 0x80;

  private static ServedHub hub;

  private RawWebSocket socket;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @BeforeEach
  void greet() {
    socket = RawWebSocket.greeted(hub);
  }

  @AfterEach
  void leave() {
    socket.close();
  }

  /** A text that is answered with itself, of so many bytes. */
  private static String ping(int bytes) {
    return "{\"ping\":\"" + "x".repeat(bytes - "{\"ping\":\"\"}".length()) + "\"}";
  }

  private String answered() {
    return "{\"ping\":\"" + socket.next().expect("pong").data().at("ping").text() + "\"}";
  }

  private static byte[] masked(int mask, byte[] head, byte[] payload) {
    byte[] key = ByteBuffer.allocate(4).putInt(mask).array();
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(head);
    frame.writeBytes(key);
    for (int i = 0; i < payload.length; i++) {
      frame.write(payload[i] ^ key[i % 4]);
    }
    return frame.toByteArray();
  }

  /** Section 5.2: the base framing. */
  @Nested
  final class Section5p2 {
    @ParameterizedTest
    @ValueSource(ints = {124, 125, 126, 127, 128, 65_534, 65_535, 65_536})
    void length_atTheEdgesOfItsForms(int bytes) {
      String text = ping(bytes);
      socket.say(text);
      assertEquals(text, answered());
    }

    @ParameterizedTest
    @CsvSource({
      "fe0000, 0",
      "fe007d, 125",
      "ff0000000000000000, 0",
      "ff000000000000007d, 125",
      "ff000000000000007e, 126",
      "ff000000000000ffff, 65535",
      "ff8000000000000001, 1"
    })
    void length_inMoreBytesThanItNeeds(String length, int bytes) {
      byte[] head = HexFormat.of().parseHex("81" + length);
      socket.connection().sendUnlessEnded(masked(0x12345678, head, new byte[bytes]));
      assertEquals(1002, socket.closeCode());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
    void opcode_reserved(int opcode) {
      socket.send(new Frame(true, opcode, new byte[0]));
      assertEquals(1002, socket.closeCode());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x40, 0x20, 0x10})
    void reservedBit_ofControlFrames(int bit) {
      for (int opcode : new int[] {Frame.PING, Frame.PONG, Frame.CLOSE}) {
        try (RawWebSocket other = RawWebSocket.greeted(hub)) {
          other.send(new Frame(true, bit | opcode, new byte[0]));
          assertEquals(1002, other.closeCode());
        }
      }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x40, 0x20, 0x10})
    void reservedBit_ofAContinuation(int bit) {
      socket.send(Frame.part(Frame.TEXT, "{\"ping\""));
      socket.send(new Frame(true, bit, ":1}".getBytes(UTF_8)));
      assertEquals(1002, socket.closeCode());
    }
  }

  /** Section 5.3: masking. */
  @Nested
  final class Section5p3 {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, 0x80000000, 0x00ff00ff, 0x7b227d22})
    void mask_anyKey(int key) {
      for (int bytes = 12; bytes < 24; bytes++) {
        byte[] head = {(byte) (LAST | Frame.TEXT), (byte) (MASKED | bytes)};
        socket.connection().send(masked(key, head, ping(bytes).getBytes(UTF_8)));
        assertEquals(ping(bytes), answered());
      }
    }

    @Test
    void mask_missingInAControlFrame() {
      socket.connection().send(Frame.of(Frame.PING, "x").unmasked());
      assertEquals(1002, socket.closeCode());
    }
  }

  /** Section 5.4: fragmentation. */
  @Nested
  final class Section5p4 {
    @Test
    void message_ofAFrameForEachByte() {
      byte[] text = ping(200).getBytes(UTF_8);
      for (int i = 0; i < text.length; i++) {
        int opcode = i == 0 ? Frame.TEXT : Frame.CONTINUATION;
        socket.send(new Frame(i == text.length - 1, opcode, new byte[] {text[i]}));
      }
      assertEquals(ping(200), answered());
    }

    @Test
    void message_emptyFramesOnBothEnds() {
      socket.send(Frame.part(Frame.TEXT, ""));
      socket.send(Frame.of(Frame.PING, "between"));
      socket.send(Frame.part(Frame.CONTINUATION, ""));
      socket.send(Frame.part(Frame.CONTINUATION, ping(50)));
      socket.send(Frame.of(Frame.CONTINUATION, ""));
      assertEquals(ping(50), answered());
    }

    @Test
    void message_ofNothingButEmptyFrames() {
      for (int opcode : new int[] {Frame.TEXT, Frame.BINARY}) {
        socket.send(Frame.part(opcode, ""));
        socket.send(Frame.part(Frame.CONTINUATION, ""));
        socket.send(Frame.of(Frame.CONTINUATION, ""));
        socket.next().expect("problem");
      }
      socket.say(ping(30));
      assertEquals(ping(30), answered());
    }

    @Test
    void message_ofTheOtherKindWithinOne() {
      socket.send(Frame.part(Frame.TEXT, "{"));
      socket.send(Frame.of(Frame.BINARY, "}"));
      assertEquals(1002, socket.closeCode());
    }

    @Test
    void continuation_afterTheLast() {
      socket.send(Frame.part(Frame.TEXT, "{\"ping\":"));
      socket.send(Frame.of(Frame.CONTINUATION, "1}"));
      socket.next().expect("pong");
      socket.send(Frame.of(Frame.CONTINUATION, "{}"));
      assertEquals(1002, socket.closeCode());
    }

    @Test
    void close_withinAMessage() {
      socket.send(Frame.part(Frame.TEXT, "{"));
      socket.send(Frame.close(1000));
      assertEquals(1000, socket.closeCode());
      assertTrue(socket.ends());
    }
  }

  /** Sections 5.5.2 and 5.5.3: ping and pong. */
  @Nested
  final class Section5p5 {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 124, 125})
    void ping_isAnsweredWithItsBytes(int length) {
      byte[] bytes = new byte[length];
      Arrays.fill(bytes, (byte) 0xfe);
      socket.send(new Frame(true, Frame.PING, bytes));
      Frame pong = socket.nextControl();
      assertEquals(Frame.PONG, pong.opcode());
      assertArrayEquals(bytes, pong.bytes());
    }

    @Test
    void ping_manyAtOnce() {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int i = 0; i < 10; i++) {
        all.writeBytes(Frame.of(Frame.PING, "ping " + i).masked());
      }
      socket.connection().send(all.toByteArray());
      for (int i = 0; i < 10; i++) {
        assertEquals("ping " + i, socket.nextControl().text());
      }
    }

    @Test
    void pong_unasked() {
      socket.send(Frame.of(Frame.PONG, "nobody asked"));
      socket.say(ping(30));
      assertEquals(ping(30), answered());
    }
  }

  /** Sections 5.5.1, 7.1 and 7.4: closing. */
  @Nested
  final class Section7 {
    private static byte[] body(int code, byte[] reason) {
      return ByteBuffer.allocate(2 + reason.length).putShort((short) code).put(reason).array();
    }

    @ParameterizedTest
    @ValueSource(
        ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999})
    void code_thatMayBeSent(int code) {
      socket.send(new Frame(true, Frame.CLOSE, body(code, "as it is".getBytes(UTF_8))));
      assertEquals(code, socket.closeCode());
      assertTrue(socket.ends());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999})
    void code_thatMayNot(int code) {
      socket.send(Frame.close(code));
      assertEquals(1002, socket.closeCode());
      assertTrue(socket.ends());
    }

    @Test
    void reason_longest() {
      socket.send(new Frame(true, Frame.CLOSE, body(1000, "r".repeat(123).getBytes(UTF_8))));
      assertEquals(1000, socket.closeCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c328", "eda080", "61c3", "e282", "f09f98"})
    void reason_notUtf8(String hex) {
      socket.send(new Frame(true, Frame.CLOSE, body(1000, HexFormat.of().parseHex(hex))));
      assertEquals(1007, socket.closeCode());
      assertTrue(socket.ends());
    }

    @Test
    void end_withoutClose() {
      socket.connection().endSending();
      assertTrue(socket.ends());
    }
  }
}
