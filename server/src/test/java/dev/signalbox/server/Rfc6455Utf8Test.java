package dev.signalbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455, section 8.1: text that is not UTF-8 (RFC 3629) fails the connection, with 1007. */
final class Rfc6455Utf8Test {
  private static final Journal JOURNAL = new Journal();

  private static ServedHub hub;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
  }

  @AfterAll
  static void stop() {
    hub.close();
    JOURNAL.close();
    assertEquals(List.of(), JOURNAL.warnings(), "strangers fill the log");
  }

  private static byte[] ping(byte[] text) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes("{\"ping\":\"".getBytes(UTF_8));
    message.writeBytes(text);
    message.writeBytes("\"}".getBytes(UTF_8));
    return message.toByteArray();
  }

  private static Frame frame(boolean last, int opcode, byte[] all, int from, int to) {
    return new Frame(last, opcode, Arrays.copyOfRange(all, from, to));
  }

  /** The first and the last of each length, and those around the surrogates. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        0x20, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfffd, 0xfffe, 0xffff, 0x10000, 0x10ffff
      })
  void text_splitWithinACharacter(int codePoint) {
    String text = Character.toString(codePoint);
    byte[] message = ping(text.getBytes(UTF_8));
    try (RawWebSocket socket = RawWebSocket.greeted(hub)) {
      for (int cut = 0; cut <= message.length; cut++) {
        socket.send(frame(false, Frame.TEXT, message, 0, cut));
        socket.send(Frame.of(Frame.PING, "between"));
        socket.send(frame(true, Frame.CONTINUATION, message, cut, message.length));
        assertEquals(text, socket.next().expect("pong").data().at("ping").text());
      }
    }
  }

  /** Stray and missing continuations, overlong forms, surrogates, beyond U+10FFFF. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "bf",
        "fe",
        "ff",
        "c3",
        "c328",
        "c080",
        "c1bf",
        "e282",
        "e228a1",
        "e08080",
        "e09fbf",
        "eda080",
        "edbfbf",
        "eda080edb080",
        "f09f98",
        "f0808080",
        "f08fbfbf",
        "f4908080",
        "f5808080",
        "f888808080"
      })
  void text_invalid(String hex) {
    byte[] message = ping(HexFormat.of().parseHex(hex));
    for (int cut = 0; cut <= message.length; cut++) {
      try (RawWebSocket socket = RawWebSocket.greeted(hub)) {
        if (cut > 0) {
          socket.send(frame(false, Frame.TEXT, message, 0, cut));
        }
        int opcode = cut > 0 ? Frame.CONTINUATION : Frame.TEXT;
        socket
            .connection()
            .sendUnlessEnded(frame(true, opcode, message, cut, message.length).masked());
        assertEquals(1007, socket.closeCode());
        assertTrue(socket.ends());
      }
    }
  }

  @Test
  void text_endsWithinACharacter() {
    try (RawWebSocket socket = RawWebSocket.greeted(hub)) {
      socket.send(new Frame(true, Frame.TEXT, HexFormat.of().parseHex("7b7de282")));
      assertEquals(1007, socket.closeCode());
    }
  }

  /** As soon as it is known, not at the message's end. */
  @Test
  void text_invalidInAFrameThatIsNotTheLast() {
    try (RawWebSocket socket = RawWebSocket.greeted(hub)) {
      socket.send(new Frame(false, Frame.TEXT, new byte[] {'{', (byte) 0xc0}));
      assertEquals(1007, socket.closeCode());
    }
  }

  /** Section 7.1.7: nothing is heard from a connection that has failed. */
  @Test
  void afterwards_nothingIsHeard() {
    Refused.nothingChangesBy(
        hub,
        () -> {
          try (RawWebSocket socket = RawWebSocket.greeted(hub)) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(new Frame(true, Frame.TEXT, new byte[] {(byte) 0xff}).masked());
            String toggle = "{\"board\":\"yard\",\"part\":\"out1\",\"do\":\"toggle\",\"id\":1}";
            all.writeBytes(Frame.text("{\"command\":" + toggle + "}").masked());
            socket.connection().send(all.toByteArray());
            return socket.next().expect("close");
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"signalbox.v1+json", "signalbox.v1+cbor"})
  void text_invalidInEitherSubprotocol(String subprotocol) {
    Ask ask = RawWebSocket.handshake("").header("Sec-WebSocket-Protocol", subprotocol);
    try (RawWebSocket socket = new RawWebSocket(hub, ask)) {
      socket.next().expect("hello");
      socket.send(new Frame(true, Frame.TEXT, new byte[] {(byte) 0xff}));
      assertEquals(1007, socket.closeCode());
    }
  }

  /** Bytes may be anything. */
  @Test
  void binary_isNoText() {
    try (RawWebSocket socket = RawWebSocket.greeted(hub)) {
      socket.send(new Frame(true, Frame.BINARY, new byte[] {(byte) 0xff}));
      socket.next().expect("problem");
      socket.say("{\"ping\":1}");
      socket.next().expect("pong");
    }
  }
}
