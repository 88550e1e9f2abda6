package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames on RailHub's WebSocket that make no sense; another client notices nothing of them. */
final class DialectFramesTest {
  private static final int RECEIVE_BUFFER = 4 * 1024;
  private static final String NOT_UNDERSTOOD = "Doc[value={error=Invalid JSON}]";

  private static DialectHub hub;
  private static DialectSocketClient other;

  private DialectSocketClient socket;

  @BeforeAll
  static void start() {
    hub = new DialectHub();
    other = hub.socket();
  }

  @AfterAll
  static void stop() {
    other.close();
    hub.close();
  }

  @BeforeEach
  void connect() {
    socket = hub.socket();
  }

  /** What the other is told next is the next change. */
  @AfterEach
  void otherNoticedNothing() {
    socket.close();
    other.say("{'api':'control','pin':1,'active':true}");
    Doc answer = other.next();
    Doc frame = answer.at("status").isMissing() ? answer : other.next();
    assertTrue(new Doc(frame.at("outputs").items().getFirst()).at("active").flag());
    hub.hub().reset();
    other.status();
  }

  private void expectClose(int code, Consumer<DialectSocketClient> deed) {
    Refused.nothingChangesBy(
        hub.hub(),
        () -> {
          deed.accept(socket);
          assertEquals(code, socket.closeCode());
          return code;
        });
  }

  private void expectNothingUnderstood(Frame frame) {
    Refused.nothingChangesBy(
        hub.hub(),
        () -> {
          socket.send(frame);
          assertEquals(NOT_UNDERSTOOD, socket.answer().toString());
          return frame;
        });
    assertEquals(
        "Doc[value={error=Unknown api, id=1}]", socket.ask("{'api':'x','id':1}").toString());
  }

  @Test
  void frame_empty() {
    expectNothingUnderstood(Frame.text(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"api\":\"reset\"}", "", "\0\0"})
  void frame_binary(String bytes) {
    expectNothingUnderstood(Frame.of(Frame.BINARY, bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"api\":\"control\",\"pin\":1,\"act",
        "[]",
        "null",
        "\0",
        "{\"api\":1}",
        "{\"subscribe\":{}}",
        "{\"api\":\"reset\",\"id\":{}}",
        "{\"api\":\"control\",\"pin\":1e400,\"active\":1}"
      })
  void text_thatCannotBe(String text) {
    expectNothingUnderstood(Frame.text(text));
  }

  @Test
  void frames_thatAreOneMessage() {
    socket.send(Frame.part(Frame.TEXT, "{\"api\":\"x\","));
    socket.send(Frame.part(Frame.CONTINUATION, ""));
    socket.send(Frame.of(Frame.PING, "between"));
    socket.send(Frame.of(Frame.CONTINUATION, "\"id\":3}"));
    Frame first = socket.frame();
    assertEquals(Frame.PONG, first.opcode());
    assertEquals("Doc[value={error=Unknown api, id=3}]", socket.answer().toString());
  }

  @Test
  void frame_unmasked() {
    expectClose(1002, client -> client.connection().send(Frame.text("{}").unmasked()));
  }

  @Test
  void frame_oversized() {
    byte[] frame = Frame.text("x".repeat(Limits.MESSAGE + 1)).masked();
    expectClose(1009, client -> client.connection().sendUnlessEnded(frame));
  }

  @Test
  void frames_oversizedTogether() {
    byte[] first = Frame.part(Frame.TEXT, "x".repeat(40_000)).masked();
    byte[] second = Frame.of(Frame.CONTINUATION, "x".repeat(40_000)).masked();
    expectClose(
        1009,
        client -> {
          client.connection().sendUnlessEnded(first);
          client.connection().sendUnlessEnded(second);
        });
  }

  @Test
  void frame_asLongAsCanBe() {
    socket.send(Frame.text("{\"api\":\"x\",\"y\":\"" + "x".repeat(65_000) + "\"}"));
    assertEquals("Doc[value={error=Unknown api}]", socket.answer().toString());
  }

  @Test
  void frame_ofNoKind() {
    expectClose(1002, client -> client.send(Frame.of(5, "")));
  }

  @Test
  void frame_thatGoesOnWithNothing() {
    expectClose(1002, client -> client.send(Frame.of(Frame.CONTINUATION, "x")));
  }

  @Test
  void text_thatIsNoUtf8() {
    byte[] broken = {(byte) 0xc3, 0x28};
    expectNothingUnderstood(new Frame(true, Frame.TEXT, broken));
  }

  @Test
  void frame_ofEndlessLength() {
    byte[] head = {(byte) 0x81, (byte) 0xff, 0x7f, -1, -1, -1, -1, -1, -1, -1, 1, 2, 3, 4};
    expectClose(1009, client -> client.connection().send(head));
  }

  /** Nothing piles up for it: the hub stops to listen until it reads. */
  @Test
  void client_thatSendsAndNeverReads() {
    int count = 30_000;
    String id = "x".repeat(1_000);
    byte[] piece = Frame.text("{\"api\":\"x\",\"id\":\"" + id + "\"}").masked();
    AtomicInteger sent = new AtomicInteger();
    RawConnection connection = new RawConnection(hub.socketPort(), RECEIVE_BUFFER);
    try (DialectSocketClient flood =
            new DialectSocketClient(connection, DialectSocketClient.handshake("/"));
        Together together = new Together()) {
      flood.status();
      Memory before = Memory.now();
      together.begin(() -> {
        while (sent.get() < count) {
          connection.send(piece);
          sent.incrementAndGet();
        }
      });
      untilStill(sent);
      int taken = sent.get();
      Memory grown = Memory.now().since(before);
      System.out.printf("flood of %,d: %,d taken in, grown by %s%n", count, taken, grown);
      assertTrue(taken < count, "the hub takes in whatever comes");
      assertTrue(grown.heapMegabytes() < 16 && grown.directMegabytes() < 8, grown.toString());
      for (int i = 0; i < count; i++) {
        assertEquals(id, flood.answer().at("id").text());
      }
      together.join();
    }
  }

  /** Returns when nothing more is sent while another client is answered many times. */
  private void untilStill(AtomicInteger sent) {
    int before;
    do {
      before = sent.get();
      for (int i = 0; i < 500; i++) {
        assertEquals(i, socket.ask("{'api':'x','id':" + i + "}").at("id").number());
      }
    } while (before == 0 || before != sent.get());
  }
}
