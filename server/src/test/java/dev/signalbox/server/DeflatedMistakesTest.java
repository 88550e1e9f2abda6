package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client can do wrong that may deflate. */
final class DeflatedMistakesTest {
  private static final Journal JOURNAL = new Journal();
  private static final String TOGGLE =
      "{\"command\":{\"id\":1,\"board\":\"yard\",\"part\":\"out1\",\"do\":\"toggle\"}}";

  private static ServedHub hub;

  private RawWebSocket socket;

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

  @BeforeEach
  void greet() {
    socket = greeted();
  }

  @AfterEach
  void leave() {
    socket.close();
  }

  private static RawWebSocket greeted() {
    Ask ask = RawWebSocket.handshake("").header(Deflated.HEADER, Deflated.OF_A_BROWSER);
    RawWebSocket socket = new RawWebSocket(hub, ask);
    socket.next().expect("hello");
    return socket;
  }

  /** The frames, then a command that must not be heard any more, end the connection like that. */
  private void closes(int code, Frame... frames) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Frame frame : frames) {
      all.writeBytes(frame.masked());
    }
    all.writeBytes(Deflated.text(TOGGLE).masked());
    all.writeBytes(Frame.text(TOGGLE).masked());
    Refused.nothingChangesBy(
        hub,
        () -> {
          socket.connection().sendUnlessEnded(all.toByteArray());
          assertEquals(code, socket.closeCode());
          return socket.ends();
        });
  }

  private static byte[] deflated(String text) {
    return Deflated.payload(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x20, 0x10, 0x30, 0x50, 0x60, 0x70})
  void bits_thatNobodyAgreedOn(int bits) {
    closes(1002, new Frame(true, bits | Frame.TEXT, deflated("{\"ping\":1}")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x41, 0x42, 0x21, 0x11, 0x71})
  void bits_withoutAnAgreement(int opcode) {
    socket.close();
    socket = RawWebSocket.greeted(hub);
    closes(1002, new Frame(true, opcode, deflated("{\"ping\":1}")));
  }

  @ParameterizedTest
  @ValueSource(ints = {Frame.PING, Frame.PONG, Frame.CLOSE})
  void control_deflated(int opcode) {
    closes(1002, new Frame(true, 0x40 | opcode, new byte[] {3, (byte) 0xe8}));
  }

  @Test
  void continuation_saysDeflatedAgain() {
    byte[] payload = deflated("{\"ping\":1}");
    closes(
        1002,
        new Frame(false, Deflated.TEXT, Arrays.copyOf(payload, 4)),
        new Frame(true, 0x40, Arrays.copyOfRange(payload, 4, payload.length)));
  }

  @Test
  void continuation_ofAPlainMessageSaysDeflated() {
    closes(1002, Frame.part(Frame.TEXT, "{\"ping\""), new Frame(true, 0x40, new byte[] {':', '1'}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ff",
        "07",
        "ffffffffffffffff",
        "000500ffff48656c6c6f00",
        "001400ebff48656c6c6f",
        "0009",
        "f348cdc9c90700",
        "f348cdc9c907000000",
        "f348cdc9c90700ffffff",
        "f248cdc9c90700" + "ee",
        "63f80f0001010100",
        "1f8b0800000000000003f348cdc9c9070000",
        "789cf348cdc9c9070000",
      })
  void payload_notDeflated(String hex) {
    closes(1007, new Frame(true, Deflated.TEXT, HexFormat.of().parseHex(hex)));
  }

  @Test
  void payload_plainAfterAll() {
    closes(1007, new Frame(true, Deflated.TEXT, TOGGLE.getBytes(StandardCharsets.UTF_8)));
  }

  /** Wherever it is cut: none of it is ever heard as a command. */
  @Test
  void payload_cutOff() {
    byte[] payload = deflated(TOGGLE);
    for (int cut = 0; cut < payload.length; cut++) {
      socket.close();
      socket = greeted();
      closes(1007, new Frame(true, Deflated.TEXT, Arrays.copyOf(payload, cut)));
    }
  }

  /** Whatever comes, the hub makes a problem of it or ends that one connection. */
  @Test
  void payload_noise() {
    Random random = new Random(7_692);
    Refused.nothingChangesBy(
        hub,
        () -> {
          for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            byte[] payload = random.nextBoolean() ? noise : spoilt(random);
            socket.send(new Frame(true, Deflated.TEXT, payload));
            Told told = socket.next();
            if (told.is("close")) {
              assertEquals(1007, told.data().number());
              socket.close();
              socket = greeted();
            } else {
              assertTrue(told.is("problem") || told.is("pong"), told.toString());
            }
          }
          return true;
        });
  }

  private static byte[] spoilt(Random random) {
    byte[] payload = deflated("{\"ping\":\"" + "some text, some text, ".repeat(3) + "\"}");
    payload[random.nextInt(payload.length)] ^= (byte) (1 << random.nextInt(8));
    return payload;
  }

  @Test
  void bomb_inOneFrame() {
    byte[] payload = Deflated.payload(new byte[60_000_000]);
    assertTrue(payload.length < Limits.MESSAGE, "no bomb: " + payload.length);
    closes(1009, new Frame(true, Deflated.TEXT, payload));
  }

  @Test
  void bomb_byOneByte() {
    String text = "{\"ping\":\"" + "x".repeat(Limits.MESSAGE - "{\"ping\":\"\"}".length() + 1);
    closes(1009, Deflated.text(text + "\"}"));
  }

  @Test
  void bomb_inPieces() {
    byte[] piece = Deflated.payload(new byte[20_000_000]);
    closes(
        1009,
        new Frame(false, Deflated.TEXT, piece),
        new Frame(false, Frame.CONTINUATION, piece),
        new Frame(true, Frame.CONTINUATION, piece));
  }

  @Test
  void pieces_ofTooMuchThatIsNotShorter() {
    byte[] noise = new byte[Limits.MESSAGE / 2];
    new Random(3).nextBytes(noise);
    byte[] stored = new byte[noise.length + 5];
    System.arraycopy(noise, 0, stored, 5, noise.length);
    closes(
        1009,
        new Frame(false, Deflated.TEXT, stored),
        new Frame(false, Frame.CONTINUATION, stored),
        new Frame(false, Frame.CONTINUATION, stored));
  }

  /** Each as large as it may be, and all of them in a few packets. */
  @Test
  void bomb_inManyMessages() {
    byte[] one = Deflated.text("{\"ping\":\"" + "x".repeat(Limits.MESSAGE - 11) + "\"}").masked();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (all.size() < 60_000) {
      all.writeBytes(one);
    }
    socket.connection().sendUnlessEnded(all.toByteArray());
    assertEquals(1009, socket.closeCode());
    assertTrue(socket.ends());
  }
}
