package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.wire.Encoding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WebSockets whose messages are deflated, either way. */
final class DeflatedTalkTest {
  private static final String ANSWER =
      "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

  private static ServedHub hub;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static RawWebSocket offering(ServedHub server, String query, String offer) {
    return new RawWebSocket(server, RawWebSocket.handshake(query).header(Deflated.HEADER, offer));
  }

  private static RawWebSocket deflating(String query) {
    RawWebSocket socket = offering(hub, query, Deflated.OF_A_BROWSER);
    socket.next().expect("hello");
    return socket;
  }

  /** The values of the answer's extension headers. */
  private static List<String> agreed(RawWebSocket socket) {
    String name = Deflated.HEADER + ": ";
    return socket
        .head()
        .lines()
        .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
        .map(line -> line.substring(name.length()))
        .toList();
  }

  private static void pings(RawWebSocket socket) {
    socket.send(Deflated.text("{\"ping\":1}"));
    assertEquals(1, socket.next().expect("pong").data().at("ping").number());
    assertEquals(2, socket.ask("{'ping':2}").expect("pong").data().at("ping").number());
  }

  @Test
  void offerOfABrowser_isAnsweredOnce() {
    try (RawWebSocket socket = deflating("")) {
      assertEquals(List.of(ANSWER), agreed(socket));
      pings(socket);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"permessage-deflate; server_max_window_bits=9", "x-other", ""})
  void offerNotTaken_isAsIfThereWereNone(String offer) {
    try (RawWebSocket socket = offering(hub, "?boards=yard", offer)) {
      socket.next().expect("hello");
      assertEquals(List.of(), agreed(socket));
      socket.next().expect("snapshot");
      assertEquals(0, socket.deflated());
    }
  }

  @Test
  void offerMalformed_isRefused() {
    Ask ask = RawWebSocket.handshake("").header(Deflated.HEADER, "permessage-deflate;");
    Refused.ask(hub, ask, 400, "malformed");
  }

  @Test
  void switchedOff_nothingIsAgreed() {
    ServerSettings usual = ServedHub.settings(ServedHub.generous());
    Streaming streaming =
        new Streaming(Duration.ofMinutes(10), Duration.ZERO, false, NetworkTransport.AUTO, 2);
    try (ServedHub plain =
            new ServedHub(
                new ServerSettings("127.0.0.1", 0, Set.of(), Set.of(), streaming, usual.limits()));
        RawWebSocket socket = offering(plain, "?boards=yard", Deflated.OF_A_BROWSER)) {
      socket.next().expect("hello");
      assertEquals(List.of(), agreed(socket));
      socket.next().expect("snapshot");
      assertEquals(0, socket.deflated());
      socket.send(Deflated.text("{\"ping\":1}"));
      assertEquals(1002, socket.closeCode());
    }
  }

  @Test
  void snapshot_isDeflatedAndTheSame() {
    try (RawWebSocket deflated = deflating("?boards=yard");
        RawWebSocket plain = new RawWebSocket(hub, RawWebSocket.handshake("?boards=yard"))) {
      plain.next().expect("hello");
      assertEquals(plain.next().expect("snapshot"), deflated.next().expect("snapshot"));
      assertEquals(1, deflated.deflated());
      // A change is too short to gain by it.
      hub.ask(Ask.of("POST", "/v1/boards/yard/parts/out1/toggle")).expect(200);
      assertEquals(plain.next().expect("change"), deflated.next().expect("change"));
      assertEquals(1, deflated.deflated());
    }
  }

  @Test
  void cbor_isDeflatedToo() {
    Ask ask =
        RawWebSocket.handshake("?boards=yard")
            .header("Sec-WebSocket-Protocol", "signalbox.v1+cbor")
            .header(Deflated.HEADER, Deflated.OF_A_BROWSER);
    try (RawWebSocket socket = new RawWebSocket(hub, ask)) {
      socket.next().expect("hello");
      socket.next().expect("snapshot");
      assertEquals(1, socket.deflated());
      byte[] ping = Encoding.CBOR.of(Doc.of("{\"ping\":\"" + "x".repeat(999) + "\"}").value());
      socket.send(new Frame(true, Deflated.BINARY, Deflated.payload(ping)));
      assertEquals("x".repeat(999), socket.next().expect("pong").data().at("ping").text());
      assertEquals(2, socket.deflated());
    }
  }

  @Test
  void message_inPiecesWithControlBetween() {
    String text = "{\"ping\":\"h\u00e4lf \ud83d\ude00 and half and half and half\"}";
    byte[] payload = Deflated.payload(text.getBytes(StandardCharsets.UTF_8));
    try (RawWebSocket socket = deflating("")) {
      for (int cut = 0; cut <= payload.length; cut++) {
        socket.send(new Frame(false, Deflated.TEXT, Arrays.copyOf(payload, cut)));
        socket.send(Frame.of(Frame.PING, "ping " + cut));
        socket.send(new Frame(false, Frame.CONTINUATION, new byte[0]));
        socket.send(
            new Frame(true, Frame.CONTINUATION, Arrays.copyOfRange(payload, cut, payload.length)));
        assertEquals("ping " + cut, socket.nextControl().text());
        assertEquals(Doc.of(text).at("ping"), socket.next().expect("pong").data().at("ping"));
      }
      socket.send(Frame.part(Frame.TEXT, "{\"ping\""));
      socket.send(Frame.of(Frame.CONTINUATION, ":5}"));
      assertEquals(5, socket.next().expect("pong").data().at("ping").number());
    }
  }

  @Test
  void lastBlocks_mayBeFollowed() {
    byte[] first = Deflated.finished("{\"ping\":\"".getBytes(StandardCharsets.UTF_8));
    byte[] second = Deflated.finished("twice\"}".getBytes(StandardCharsets.UTF_8));
    byte[] both = Arrays.copyOf(first, first.length + second.length + 1);
    System.arraycopy(second, 0, both, first.length, second.length);
    try (RawWebSocket socket = deflating("")) {
      socket.send(new Frame(true, Deflated.TEXT, both));
      assertEquals("twice", socket.next().expect("pong").data().at("ping").text());
    }
  }

  @Test
  void message_largest() {
    String text = "x".repeat(Limits.MESSAGE - "{\"ping\":\"\"}".length());
    try (RawWebSocket socket = deflating("")) {
      socket.send(Deflated.text("{\"ping\":\"" + text + "\"}"));
      assertEquals(text, socket.next().expect("pong").data().at("ping").text());
      assertEquals(1, socket.deflated());
    }
  }

  @Test
  void refusedForItsOrigin_isClosedAsEver() {
    Ask ask =
        RawWebSocket.handshake("")
            .header("Origin", "http://evil.example")
            .header(Deflated.HEADER, Deflated.OF_A_BROWSER);
    try (RawWebSocket socket = new RawWebSocket(hub, ask)) {
      assertEquals(1008, socket.closeCode());
      assertTrue(socket.ends());
    }
  }

  @Test
  void afterRestRequests_onTheSameConnection() {
    try (RawConnection connection = new RawConnection(hub.port())) {
      connection.send(Ask.get("/v1/boards/counter").text());
      byte[] one = new byte[64 * 1024];
      String answer = new String(one, 0, connection.read(one), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      assertFalse(answer.contains(Deflated.HEADER));
      RawWebSocket socket =
          new RawWebSocket(
              connection,
              RawWebSocket.handshake("").header(Deflated.HEADER, Deflated.OF_A_BROWSER));
      socket.next().expect("hello");
      pings(socket);
    }
  }
}
