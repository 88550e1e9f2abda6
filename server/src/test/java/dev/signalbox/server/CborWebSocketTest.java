package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.wire.Encoding;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The WebSocket in CBOR: binary messages both ways, which say the same as those in JSON. */
final class CborWebSocketTest {
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
    socket = offering("signalbox.v1+cbor");
    socket.next().expect("hello");
  }

  @AfterEach
  void leave() {
    socket.close();
  }

  private static RawWebSocket offering(String subprotocols) {
    return new RawWebSocket(
        hub, RawWebSocket.handshake("").header("Sec-WebSocket-Protocol", subprotocols));
  }

  /** In {@code json}, {@code '} stands for {@code "}. */
  private Told ask(String json) {
    byte[] message = Encoding.CBOR.of(Doc.of(json.replace('\'', '"')).value());
    socket.send(Frame.binary(message));
    return socket.next();
  }

  private void goesOn() {
    assertEquals(1, ask("{'ping':1}").expect("pong").data().at("ping").number());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "signalbox.v1+cbor | signalbox.v1+cbor",
        "signalbox.v1+cbor, signalbox.v1+json | signalbox.v1+cbor",
        "signalbox.v1+json,signalbox.v1+cbor | signalbox.v1+json",
        "x, signalbox.v2+cbor, signalbox.v1+cbor,signalbox.v1+json | signalbox.v1+cbor",
      })
  void subprotocol_firstOfTheClientsThatIsKnown(String offered, String chosen) {
    try (RawWebSocket named = offering(offered)) {
      String head = named.head().toLowerCase(Locale.ROOT);
      assertTrue(head.lines().toList().contains("sec-websocket-protocol: " + chosen), head);
      assertEquals("Test hub", named.next().expect("hello").data().at("hub").text());
    }
  }

  @Test
  void subprotocol_noneThatIsKnown_isJson() {
    try (RawWebSocket other = offering("signalbox.v2+cbor")) {
      assertFalse(other.head().toLowerCase(Locale.ROOT).contains("sec-websocket-protocol"));
      other.next().expect("hello");
      other.ask("{'ping':1}").expect("pong");
    }
  }

  @Test
  void everyMessage_asInJson() {
    try (RawWebSocket json = RawWebSocket.greeted(hub)) {
      String subscribe = "{'subscribe':{'boards':['yard']}}";
      assertEquals(json.ask(subscribe).expect("snapshot"), ask(subscribe));
      String command = "{'command':{'id':7,'board':'yard','part':'out1','set':{'brightness':%d}}}";
      Told change = changeAnd(ask(command.formatted(41)));
      assertEquals(41, change.data().at("set", "brightness").number());
      assertEquals(change, json.next());
      String wrong = command.formatted(300);
      assertEquals(json.ask(wrong).expect("result"), ask(wrong));
      String unclear = "{'command':{'id':7,'board':'yard'}}";
      assertEquals(json.ask(unclear).expect("result"), ask(unclear));
      String unknown = "{'dance':1}";
      assertEquals(json.ask(unknown).expect("problem"), ask(unknown));
      assertEquals(1.5, ask("{'ping':1.5}").expect("pong").data().at("ping").value());
      assertEquals("ü", ask("{'ping':'ü'}").expect("pong").data().at("ping").text());
    }
  }

  /** The change among the two messages that a command brings, whichever comes first. */
  private Told changeAnd(Told first) {
    Told second = socket.next();
    Told change = first.is("change") ? first : second.expect("change");
    Told result = first.is("change") ? second.expect("result") : first;
    assertTrue(result.data().at("accepted").flag());
    assertEquals(change.id().orElseThrow(), result.data().at("change").text());
    return change;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a1",
        "a16470696e67",
        "a16470696e670100",
        "bf6470696e6701",
        "bb00ffffffffffffff6470696e6701",
        "a17b7fffffffffffffff70696e6701",
        "a26470696e67016470696e6702",
        "a10101",
        "a16470696e67c101",
        "a16470696e67c24101",
        "a16470696e67f97e00",
        "a16470696e67f7",
        "a16470696e674101",
        "a16470696e6762c328",
        "c1a16470696e6701",
        "7b2270696e67223a317d",
        "01",
        "80",
        "a0"
      })
  void notUnderstood_isAProblem(String hex) {
    Told told =
        Refused.nothingChangesBy(
            hub,
            () -> {
              socket.send(Frame.binary(HexFormat.of().parseHex(hex)));
              return socket.next();
            });
    Answer.checkProblem(told.expect("problem").data(), 400, "malformed");
    goesOn();
  }

  @Test
  void oneChangeOfBrightness_fitsItsBudget() {
    assertBytes(Transport.WEB_SOCKET, 130, 51);
    assertBytes(Transport.WEB_SOCKET_CBOR, 90, 52);
  }

  /** Has the brightness change, and counts what comes of it over the connection. */
  private static void assertBytes(Transport transport, int most, int brightness) {
    try (Following stream = transport.follow(hub, "?boards=yard")) {
      stream.next("snapshot");
      String patch = "{\"brightness\":" + brightness + "}";
      hub.ask(Ask.patch("/v1/boards/yard/parts/out4", patch)).expect(200);
      int bytes = 0;
      Optional<Told> told = stream.poll();
      while (told.isEmpty()) {
        bytes += stream.read(1);
        told = stream.poll();
      }
      assertEquals(brightness, told.get().data().at("set", "brightness").number());
      assertTrue(bytes <= most, bytes + " bytes over " + transport);
      System.out.printf("one change of brightness, %s: %d bytes%n", transport, bytes);
    }
  }

  @Test
  void text_isAMistake() {
    for (int i = 0; i < 10; i++) {
      socket.send(Frame.text("{\"ping\":1}"));
      Answer.checkProblem(socket.next().expect("problem").data(), 400, "malformed");
    }
    assertEquals(1003, socket.closeCode());
  }

  @Test
  void depth_isBounded() {
    socket.send(Frame.binary(HexFormat.of().parseHex("81".repeat(60_000) + "01")));
    socket.next().expect("problem");
    goesOn();
  }

  @Test
  void length_isBounded() {
    socket.connection().sendUnlessEnded(Frame.binary(new byte[64 * 1024 + 1]).masked());
    assertEquals(1009, socket.closeCode());
  }

  @Test
  void message_inPieces() {
    byte[] ping = Encoding.CBOR.of(Doc.of("{\"ping\":\"" + "x".repeat(300) + "\"}").value());
    for (int cut : new int[] {1, 7, ping.length}) {
      byte[] first = Arrays.copyOf(ping, cut);
      byte[] second = Arrays.copyOfRange(ping, cut, ping.length);
      socket.send(new Frame(false, Frame.BINARY, first));
      socket.send(new Frame(true, Frame.CONTINUATION, second));
      assertEquals(300, socket.next().expect("pong").data().at("ping").text().length());
    }
  }
}
