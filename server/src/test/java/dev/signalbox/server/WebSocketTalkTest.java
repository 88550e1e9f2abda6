package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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

/** What is said over a WebSocket, and what is answered. */
final class WebSocketTalkTest {
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
  void reset() {
    hub.reset();
    socket = RawWebSocket.greeted(hub);
  }

  @AfterEach
  void leave() {
    socket.close();
  }

  private static void toggle(String part) {
    hub.ask(Ask.of("POST", "/v1/boards/yard/parts/" + part + "/toggle")).expect(200);
  }

  /** The result of a command with the number 7 and these other fields. */
  private Doc command(String fields) {
    Doc result = socket.ask("{'command':{'id':7," + fields + "}}").expect("result").data();
    assertEquals(7, result.at("id").number());
    return result;
  }

  private Doc refused(String fields, int status, String code) {
    Doc problem = Refused.nothingChangesBy(hub, () -> command(fields)).at("problem");
    Answer.checkProblem(problem, status, code);
    return problem;
  }

  @Test
  void handshake_byTheLetter() {
    try (RawWebSocket plain = new RawWebSocket(hub)) {
      String head = plain.head().toLowerCase(Locale.ROOT);
      assertTrue(head.startsWith("http/1.1 101 "), head);
      assertTrue(head.contains("sec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo="), head);
      assertFalse(head.contains("sec-websocket-protocol"), head);
      assertFalse(head.contains("sec-websocket-extensions"), head);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signalbox.v1+json",
        "signalbox.v2+json, signalbox.v1+json",
        "x,signalbox.v1+json"
      })
  void subprotocol_isChosen(String offered) {
    Ask ask = RawWebSocket.handshake("").header("Sec-WebSocket-Protocol", offered);
    try (RawWebSocket named = new RawWebSocket(hub, ask)) {
      String head = named.head().toLowerCase(Locale.ROOT);
      assertTrue(head.contains("sec-websocket-protocol: signalbox.v1+json"), head);
      assertFalse(head.contains("sec-websocket-extensions"), head);
      named.next().expect("hello");
    }
  }

  @Test
  void hello_saysWhoAndWhen() {
    try (RawWebSocket first = new RawWebSocket(hub)) {
      Doc hello = first.next().expect("hello").data();
      assertEquals("Test hub", hello.at("hub").text());
      assertEquals("test", hello.at("version").text());
      assertEquals(hub.state().epoch(), hello.at("epoch").text());
      assertEquals(600_000, hello.at("heartbeat").number());
      assertEquals("operator", hello.at("role").text());
      long ahead = Math.abs(hello.at("now").number() - System.currentTimeMillis());
      assertTrue(ahead < 10_000, "off by " + ahead + " ms");
    }
  }

  @Test
  void withoutSubscription_nothingIsTold() {
    toggle("out1");
    assertTrue(socket.ask("{'ping':1}").is("pong"));
    assertEquals(Optional.empty(), socket.poll());
  }

  @Test
  void subscribe_thenReplaceThenEnd() {
    Told snapshot = socket.ask("{'subscribe':{'boards':['yard'],'parts':['out*']}}");
    assertEquals(8, snapshot.expect("snapshot").data().at("boards", "yard", "parts").copy().size());
    toggle("out1");
    assertEquals("out1", socket.next().expect("change").data().at("part").text());
    Told other = socket.ask("{'subscribe':{'boards':['toggle'],'every':true}}");
    assertEquals(1, other.expect("snapshot").data().at("boards").copy().size());
    toggle("out2");
    hub.ask(Ask.of("POST", "/v1/boards/toggle/parts/led/toggle")).expect(200);
    assertEquals("led", socket.next().expect("change").data().at("part").text());
    socket.say("{\"unsubscribe\":true}");
    assertTrue(socket.ask("{'ping':1}").is("pong"));
    hub.ask(Ask.of("POST", "/v1/boards/toggle/parts/led/toggle")).expect(200);
    assertTrue(socket.ask("{'ping':2}").is("pong"));
    assertEquals(
        hub.truth(), socket.ask("{'subscribe':{}}").expect("snapshot").data().at("boards"));
  }

  @Test
  void query_subscribesAtOnce() {
    try (RawWebSocket other = new RawWebSocket(hub, RawWebSocket.handshake("?boards=yard"))) {
      other.next().expect("hello");
      assertEquals(1, other.next().expect("snapshot").data().at("boards").copy().size());
      toggle("out3");
      assertEquals(Optional.of(hub.id()), other.next().expect("change").id());
    }
  }

  @Test
  void query_ofWhatIsNotThere() {
    try (RawWebSocket other = new RawWebSocket(hub, RawWebSocket.handshake("?boards=nowhere"))) {
      other.next().expect("hello");
      Answer.checkProblem(other.next().expect("problem").data(), 404, "not-found");
      assertTrue(other.ask("{'ping':1}").is("pong"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"?every=maybe", "?parts=-,A", "?maxRate=0", "?parts=A"})
  void query_bad(String query) {
    try (RawWebSocket other = new RawWebSocket(hub, RawWebSocket.handshake(query))) {
      assertEquals(1003, other.closeCode());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection: close",
        "Connection: x-upgrade",
        "Connection: upgrades, keep-alive",
        "Sec-WebSocket-Version: 12",
        "Sec-WebSocket-Version: 0",
        "Sec-WebSocket-Version: ",
        "Sec-WebSocket-Key: short",
        "Sec-WebSocket-Key: ",
        "Content-Length: 100",
      })
  void handshake_wrong(String header) {
    String[] halves = header.split(": ", 2);
    Ask ask = RawWebSocket.handshake("").header(halves[0], halves[1]).body("x".repeat(100));
    Refused.ask(hub, ask, 400, "malformed");
    assertEquals(Optional.of("13"), hub.ask(ask).header("sec-websocket-version"));
  }

  /** Those before it leave nothing behind that is in its way. */
  @Test
  void handshake_rightAfterWrongOnes() {
    RawConnection connection = new RawConnection(hub.port());
    RawHttp http = new RawHttp(connection);
    Ask right = RawWebSocket.handshake("");
    http.ask(right.header("Connection", "x-upgrade")).problem(400, "malformed");
    http.ask(right.header("Connection", "x-upgrade")).problem(400, "malformed");
    http.ask(right.header("Sec-WebSocket-Version", "12")).problem(400, "malformed");
    http.ask(Ask.get("/health/live")).expect(200);
    try (RawWebSocket last =
        new RawWebSocket(connection, right.header("Connection", "keep-alive, Upgrade"))) {
      assertTrue(last.head().startsWith("HTTP/1.1 101 "), last.head());
      last.next().expect("hello");
      assertTrue(last.ask("{'ping':1}").is("pong"));
      assertTrue(last.ask("{'ping':2}").is("pong"));
    }
  }

  @Test
  void handshake_brokenUrl() {
    Refused.ask(hub, RawWebSocket.handshake("?boards=%zz"), 400, "bad-query");
  }

  @Test
  void handshake_otherMethod() {
    Ask get = RawWebSocket.handshake("");
    Ask post = new Ask("POST", get.path(), get.headers(), "");
    Refused.ask(hub, post, 405, "method-not-allowed");
  }

  @Test
  void firstFrame_rightAfterTheHandshake() {
    for (int i = 0; i < 50; i++) {
      try (RawWebSocket eager = new RawWebSocket(hub)) {
        eager.head();
        eager.say("{\"ping\":5}");
        eager.next().expect("hello");
        assertEquals(5, eager.next().expect("pong").data().at("ping").number());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "'\"x\"', x", "null,", "true, true", "1.5, 1.5", "'\"\\ud800\"', \ud800"})
  void ping_comesBackAsItWas(String ping, String expected) {
    Doc pong = socket.ask("{'ping':" + ping + "}").expect("pong").data();
    Object value = pong.at("ping").value();
    assertEquals(expected, value == null ? null : value.toString());
    assertTrue(pong.at("now").number() > 1_600_000_000_000L);
  }

  @Test
  void command_setAndToggle() {
    Doc set = command("'board':'yard','part':'out4','set':{'brightness':80}");
    assertTrue(set.at("accepted").flag());
    assertEquals(hub.id(), set.at("change").text());
    assertEquals(80, set.at("part", "brightness").number());
    Doc toggled = command("'board':'yard','part':'out4','do':'toggle'");
    assertTrue(toggled.at("part", "active").flag());
    assertEquals(hub.id(), toggled.at("change").text());
    Doc same = command("'board':'yard','part':'out4','set':{'active':true}");
    assertEquals(toggled.at("change"), same.at("change"));
    assertTrue(command("'board':'yard','set':{'name':'Garden'}").at("accepted").flag());
    assertEquals("Garden", hub.truth().at("yard", "name").text());
  }

  @Test
  void command_press() {
    Doc result = command("'board':'toggle','part':'switch','do':'press'");
    assertTrue(result.at("accepted").flag());
    assertEquals(List.of("switch"), hub.pressed());
  }

  @Test
  void command_ownChangesComeToo() {
    socket.ask("{'subscribe':{'boards':['yard']}}").expect("snapshot");
    socket.say("{\"command\":{\"id\":-3,\"board\":\"yard\",\"part\":\"out1\",\"do\":\"toggle\"}}");
    Told first = socket.next();
    Told second = socket.next();
    Told change = first.is("change") ? first : second;
    Told result = first.is("change") ? second : first;
    assertEquals(-3, result.expect("result").data().at("id").number());
    assertEquals(change.expect("change").id(), Optional.of(result.data().at("change").text()));
  }

  @Test
  void command_key() {
    String toggle = "'board':'yard','part':'out5','do':'toggle','key':'" + hub.id() + "'";
    Doc first = command(toggle);
    assertTrue(first.at("part", "active").flag());
    assertEquals(first, command(toggle));
    try (RawWebSocket other = RawWebSocket.greeted(hub)) {
      Doc again = other.ask("{'command':{'id':7," + toggle + "}}").expect("result").data();
      assertEquals(first, again);
    }
    assertEquals(first.at("change").text(), hub.id());
    String set = "'board':'yard','part':'out6','key':'s" + hub.id() + "','set':{'brightness':";
    command(set + "1}");
    refused(set + "2}", 422, "key-reused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'board':'nowhere','part':'x','do':'toggle' | 404 | not-found",
        "'board':'yard','part':'out9','do':'toggle' | 404 | not-found",
        "'board':'YARD','part':'out1','do':'toggle' | 404 | not-found",
        "'board':'yard','part':'out1','do':'press' | 422 | not-possible",
        "'board':'yard','part':'out1','do':'explode' | 422 | invalid",
        "'board':'yard','part':'out1' | 422 | invalid",
        "'board':'yard','part':'out1','do':'toggle','set':{} | 422 | invalid",
        "'board':'yard','part':'out1','set':{'brightness':101} | 422 | invalid",
        "'board':'yard','part':'out1','set':[] | 422 | invalid",
        "'board':'yard','part':'out1','do':'toggle','key':'' | 422 | invalid",
        "'board':'yard','part':'out1','do':'toggle','key':5 | 422 | invalid",
        "'board':'yard','part':'out1','do':'toggle','when':1 | 422 | invalid",
        "'board':7,'part':'out1','do':'toggle' | 422 | invalid",
      })
  void command_refused(String fields, int status, String code) {
    assertTrue(refused(fields, status, code).at("index").value() == null, "a lone command");
    assertTrue(socket.ask("{'ping':1}").is("pong"));
  }

  @Test
  void command_manyAtOnce() {
    for (int i = 0; i < 100; i++) {
      socket.say(
          "{\"command\":{\"id\":"
              + i
              + ",\"board\":\"yard\",\"part\":\"out1\",\"do\":\"toggle\"}}");
    }
    for (int i = 0; i < 100; i++) {
      Doc result = socket.next().expect("result").data();
      assertEquals(i, result.at("id").number());
      assertEquals(i % 2 == 0, result.at("part", "active").flag());
    }
  }
}
