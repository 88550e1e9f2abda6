package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a WebSocket's client can do wrong: messages, frames, and where it comes from. */
final class WebSocketMistakesTest {
  private static final Journal JOURNAL = new Journal();

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
    socket = RawWebSocket.greeted(hub);
  }

  @AfterEach
  void leave() {
    socket.close();
  }

  private void goesOn() {
    assertEquals(1, socket.ask("{'ping':1}").expect("pong").data().at("ping").number());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 400 | malformed",
        "hello | 400 | malformed",
        "{ | 400 | malformed",
        "[] | 400 | malformed",
        "{} | 400 | malformed",
        "null | 400 | malformed",
        "{'dance':true} | 400 | malformed",
        "{'ping':1,'unsubscribe':true} | 400 | malformed",
        "{'ping':1,'ping':2} | 400 | malformed",
        "{'ping':{}} | 400 | malformed",
        "{'ping':[1]} | 400 | malformed",
        "{'subscribe':5} | 400 | malformed",
        "{'subscribe':{'boards':'yard'}} | 422 | invalid",
        "{'subscribe':{'boards':[5]}} | 422 | invalid",
        "{'subscribe':{'parts':['OUT']}} | 422 | invalid",
        "{'subscribe':{'every':'yes'}} | 422 | invalid",
        "{'subscribe':{'since':5}} | 422 | invalid",
        "{'subscribe':{'maxRate':5,'every':true}} | 422 | invalid",
        "{'subscribe':{'boards':['nowhere']}} | 404 | not-found",
        "{'subscribe':{'parts':['out9']}} | 404 | not-found",
        "{'subscribe':{'boards':['A B']}} | 404 | not-found",
        "{'command':5} | 400 | malformed",
        "{'command':{}} | 422 | invalid",
        "{'command':{'id':'7','board':'yard','part':'out1','do':'toggle'}} | 422 | invalid",
        "{'command':{'id':1.5,'board':'yard','part':'out1','do':'toggle'}} | 422 | invalid",
        "{'command':{'id':1e30,'board':'yard','part':'out1','do':'toggle'}} | 422 | invalid",
      })
  void message_notUnderstood(String text, int status, String code) {
    Doc problem = Refused.nothingChangesBy(hub, () -> socket.ask(text).expect("problem")).data();
    Answer.checkProblem(problem, status, code);
    goesOn();
  }

  @Test
  void subscription_staysAfterAWrongOne() {
    socket.ask("{'subscribe':{'boards':['yard']}}").expect("snapshot");
    socket.ask("{'subscribe':{'boards':['nowhere']}}").expect("problem");
    hub.ask(Ask.of("POST", "/v1/boards/yard/parts/out1/toggle")).expect(200);
    assertEquals("out1", socket.next().expect("change").data().at("part").text());
  }

  @Test
  void mistakes_tenInARow() {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 9; i++) {
        socket.ask("nonsense").expect("problem");
      }
      goesOn();
    }
    for (int i = 0; i < 10; i++) {
      socket.ask("nonsense").expect("problem");
    }
    assertEquals(1003, socket.closeCode());
  }

  @Test
  void mistakes_binary() {
    for (int i = 0; i < 10; i++) {
      socket.send(Frame.of(Frame.BINARY, "{\"ping\":1}"));
      Answer.checkProblem(socket.next().expect("problem").data(), 400, "malformed");
    }
    assertEquals(1003, socket.closeCode());
  }

  /** As many as it likes, one after the other, without waiting for what comes of them. */
  @Test
  void mistakes_inAStream() {
    Refused.nothingChangesBy(
        hub,
        () -> {
          byte[] flood = new byte[0];
          byte[] one = Frame.text("nonsense").masked();
          flood = Arrays.copyOf(flood, one.length * 100);
          for (int i = 0; i < 100; i++) {
            System.arraycopy(one, 0, flood, i * one.length, one.length);
          }
          socket.connection().sendUnlessEnded(flood);
          for (int i = 0; i < 10; i++) {
            socket.next().expect("problem");
          }
          return socket.next().expect("close");
        });
  }

  @Test
  void frame_unmasked() {
    socket.connection().send(Frame.text("{\"ping\":1}").unmasked());
    assertEquals(1002, socket.closeCode());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 7, 11, 15, 0x41, 0x21, 0x11, 0x71})
  void frame_reservedOpcodeOrBits(int opcode) {
    socket.send(new Frame(true, opcode, new byte[] {'x'}));
    assertEquals(1002, socket.closeCode());
  }

  @Test
  void frame_controlInPiecesOrTooLong() {
    socket.send(Frame.part(Frame.PING, "x"));
    assertEquals(1002, socket.closeCode());
    try (RawWebSocket other = RawWebSocket.greeted(hub)) {
      other.send(Frame.of(Frame.PING, "x".repeat(126)));
      assertEquals(1002, other.closeCode());
    }
  }

  @Test
  void frame_continuationOfNothing() {
    socket.send(Frame.of(Frame.CONTINUATION, "x"));
    assertEquals(1002, socket.closeCode());
    try (RawWebSocket other = RawWebSocket.greeted(hub)) {
      other.send(Frame.part(Frame.TEXT, "x"));
      other.send(Frame.text("{\"ping\":1}"));
      assertEquals(1002, other.closeCode());
    }
  }

  @Test
  void text_notUtf8() {
    for (byte[] bytes :
        new byte[][] {
          {(byte) 0xff}, {(byte) 0xc3, 0x28}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {(byte) 0xe2}
        }) {
      try (RawWebSocket other = RawWebSocket.greeted(hub)) {
        other.send(new Frame(true, Frame.TEXT, bytes));
        Told told = other.next();
        if (told.is("problem")) {
          Answer.checkProblem(told.data(), 400, "malformed");
        } else {
          assertEquals(1007, told.expect("close").data().number());
        }
      }
    }
  }

  @Test
  void message_inPiecesWithControlBetween() {
    String text = "{\"ping\":\"h\u00e4lf \ud83d\ude00 and half\"}";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int cut = 1; cut < bytes.length - 1; cut++) {
      socket.send(new Frame(false, Frame.TEXT, Arrays.copyOf(bytes, cut)));
      socket.send(Frame.of(Frame.PING, "ping " + cut));
      socket.send(new Frame(false, Frame.CONTINUATION, new byte[0]));
      socket.send(Frame.of(Frame.PONG, "unasked"));
      socket.send(
          new Frame(true, Frame.CONTINUATION, Arrays.copyOfRange(bytes, cut, bytes.length)));
      Frame pong = socket.nextControl();
      assertEquals(Frame.PONG, pong.opcode());
      assertEquals("ping " + cut, pong.text());
      Doc answer = socket.next().expect("pong").data();
      assertEquals("h\u00e4lf \ud83d\ude00 and half", answer.at("ping").text());
    }
  }

  @Test
  void message_byteByByte() {
    for (byte one : Frame.text("{\"ping\":1}").masked()) {
      socket.connection().send(new byte[] {one});
    }
    socket.next().expect("pong");
  }

  private static String pingOf(int bytes) {
    return "{\"ping\":\"" + "x".repeat(bytes - "{\"ping\":\"\"}".length()) + "\"}";
  }

  @Test
  void message_largest() {
    socket.say(pingOf(Limits.MESSAGE));
    String back = socket.next().expect("pong").data().at("ping").text();
    assertEquals(Limits.MESSAGE - "{\"ping\":\"\"}".length(), back.length());
  }

  @Test
  void frame_tooBig() {
    socket.connection().sendUnlessEnded(Frame.text(pingOf(Limits.MESSAGE + 1)).masked());
    assertEquals(1009, socket.closeCode());
  }

  @Test
  void frame_announcesTooMuch() {
    byte[] head = {(byte) 0x81, (byte) 0xff, 0x7f, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4};
    socket.connection().send(head);
    int code = socket.closeCode();
    assertTrue(code == 1009 || code == 1002, "closed with " + code);
  }

  @Test
  void message_ofTooManyPieces() {
    socket.send(Frame.part(Frame.TEXT, "{\"ping\":\""));
    for (int i = 0; i < 5; i++) {
      byte[] piece = new byte[Limits.MESSAGE / 4];
      Arrays.fill(piece, (byte) 'x');
      socket.connection().sendUnlessEnded(new Frame(false, Frame.CONTINUATION, piece).masked());
    }
    assertEquals(1009, socket.closeCode());
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 3000, 4999})
  void close_isAnswered(int code) {
    socket.send(Frame.close(code));
    assertEquals(code, socket.closeCode());
    assertTrue(socket.ends());
  }

  @Test
  void close_withoutCode() {
    socket.send(new Frame(true, Frame.CLOSE, new byte[0]));
    assertTrue(List.of(1000, 1005).contains(socket.closeCode()));
    assertTrue(socket.ends());
  }

  @Test
  void close_malformed() {
    socket.send(new Frame(true, Frame.CLOSE, new byte[] {3}));
    assertEquals(1002, socket.closeCode());
    try (RawWebSocket other = RawWebSocket.greeted(hub)) {
      other.send(Frame.close(999));
      assertEquals(1002, other.closeCode());
    }
  }

  @Test
  void afterClose_nothingIsHeard() {
    Refused.nothingChangesBy(
        hub,
        () -> {
          socket.send(Frame.close(1000));
          socket
              .connection()
              .sendUnlessEnded(
                  Frame.text(
                          "{\"command\":{\"id\":1,\"board\":\"yard\",\"part\":\"out1\","
                              + "\"do\":\"toggle\"}}")
                      .masked());
          assertEquals(1000, socket.closeCode());
          return socket.ends();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.example",
    "Origin, null",
    "Origin, http://127.0.0.1:9",
    "Host, evil.example",
    "Host, ''",
    "Sec-Fetch-Site, cross-site"
  })
  void origin_foreign(String header, String value) {
    Ask ask = RawWebSocket.handshake("?boards=yard").header(header, value);
    Refused.nothingChangesBy(
        hub,
        () -> {
          try (RawWebSocket foreign = new RawWebSocket(hub, ask)) {
            foreign.say(
                "{\"command\":{\"id\":1,\"board\":\"yard\",\"part\":\"out1\",\"do\":\"toggle\"}}");
            Told close = foreign.next().expect("close");
            assertEquals(1008, close.data().number());
            return close;
          }
        });
  }
}
