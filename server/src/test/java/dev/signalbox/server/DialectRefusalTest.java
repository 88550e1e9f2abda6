package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.server.DialectHub.Kind;
import dev.signalbox.server.DialectHub.Setup;
import dev.signalbox.server.DialectHub.Where;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the hub itself refuses, each status in each dialect over real sockets: told as the dialect
 * tells its own refusals, on its own listener and on the main one.
 */
final class DialectRefusalTest {
  /** In each dialect a request that changes something. */
  private static final Map<Kind, Ask> CHANGING =
      Map.of(
          Kind.COUNTER, Ask.of("POST", "/reset").withBody("{\"counter\":42}"),
          Kind.LED, Ask.of("PUT", "/ctrl").withBody("btnLed"),
          Kind.BUS, Ask.get("/rest/events/subscribe"),
          Kind.RAILHUB, Ask.of("POST", "/api/control").withBody("{\"pin\":1,\"active\":true}"));

  private static DialectHub hub;

  @BeforeAll
  static void start() {
    hub = new DialectHub();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  static Stream<Arguments> everywhere() {
    return Stream.of(Kind.values())
        .flatMap(kind -> Stream.of(Where.values()).map(where -> Arguments.of(kind, where)));
  }

  private static Ask changing(Kind kind) {
    Ask ask = CHANGING.get(kind);
    if (ask == null) {
      throw new AssertionError("no request for " + kind);
    }
    return ask;
  }

  private static void refused(Kind kind, Where where, Ask ask, int status, String word) {
    DialectAnswer answer =
        Refused.nothingChangesBy(hub.hub(), () -> DialectAnswer.of(hub.port(kind, where), ask));
    DialectRefused.check(kind, answer, status, word);
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void body_tooLong(Kind kind, Where where) {
    Ask ask = changing(kind);
    refused(kind, where, ask.withBody(" ".repeat(Limits.BODY + 1)), 413, "65536");
    Ask longer = ask.header("Content-Length", "" + (Limits.DISCARDED_BODY + 1)).body("");
    refused(kind, where, longer, 413, "65536");
  }

  @ParameterizedTest
  @EnumSource
  void body_tooLongForWhatIsNotThere(Kind kind) {
    Ask ask = Ask.of("POST", "/nothing").withBody(" ".repeat(Limits.BODY + 1));
    refused(kind, Where.OWN, ask, 413, "65536");
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void stranger(Kind kind, Where where) {
    Ask ask = changing(kind);
    refused(kind, where, ask.header("Origin", "http://evil.example"), 403, "'http://evil.example'");
    refused(kind, where, ask.header("Origin", "\"\\"), 403, "\"\\");
    refused(kind, where, ask.header("Host", "evil.example"), 403, "'evil.example'");
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void query_thatCannotBeRead(Kind kind, Where where) {
    for (String query : List.of("?%", "?a=%zz", "?%00=%f")) {
      Ask ask = changing(kind);
      Ask broken = new Ask(ask.method(), ask.path() + query, ask.headers(), ask.body());
      refused(kind, where, broken, 400, "% escape");
    }
    Ask ask = changing(kind);
    String many = ask.path() + "?" + "a&".repeat(33);
    refused(kind, where, new Ask(ask.method(), many, ask.headers(), ask.body()), 400, "32");
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void http_thatCannotBeRead(Kind kind, Where where) {
    Ask ask = changing(kind).withBody("12345");
    List<String> headers = new ArrayList<>(ask.headers());
    headers.add("Content-Length: 3");
    refused(kind, where, new Ask(ask.method(), ask.path(), headers, ""), 400, "HTTP");
    refused(kind, where, ask.header("X", "x".repeat(Limits.HEADERS)).body(""), 431, "16384");
  }

  /** Of a request line that is too long nobody knows on the main listener whom it was for. */
  @ParameterizedTest
  @EnumSource
  void address_tooLong(Kind kind) {
    Ask ask = Ask.get("/" + "x".repeat(Limits.REQUEST_LINE));
    refused(kind, Where.OWN, ask, 414, "8192");
  }

  private static DialectHub slow() {
    Limits limits = new Limits(100, 100, 1, Duration.ofSeconds(15));
    return new DialectHub(Setup.clients(0), ServedHub.settings(limits));
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void commands_tooFast(Kind kind, Where where) {
    try (DialectHub slow = slow();
        RawConnection connection = new RawConnection(slow.port(kind, where))) {
      DialectBytes bytes = new DialectBytes(connection);
      DialectAnswer answer = ask(connection, bytes, changing(kind));
      for (int i = 0; i < 100 && answer.status() != 429; i++) {
        answer = ask(connection, bytes, changing(kind));
      }
      DialectRefused.check(kind, answer, 429, "Too many commands");
    }
  }

  private static DialectAnswer ask(RawConnection connection, DialectBytes bytes, Ask ask) {
    connection.send(ask.text());
    return DialectAnswer.read(bytes, true);
  }

  /** A subscription is no command, so that an event bus goes on without an engine. */
  @ParameterizedTest
  @EnumSource(names = "BUS", mode = EnumSource.Mode.EXCLUDE)
  void engine_closed(Kind kind) {
    try (DialectHub dead = new DialectHub()) {
      dead.hub().stopEngine();
      for (Where where : Where.values()) {
        DialectAnswer answer = DialectAnswer.of(dead.port(kind, where), changing(kind));
        DialectRefused.check(kind, answer, 503, "");
      }
    }
  }

  /** At the address of RailHub's WebSocket. */
  @Test
  void webSocket_thatIsNone() {
    DialectAnswer plain = DialectAnswer.of(hub.socketPort(), Ask.get("/"));
    DialectRefused.check(Kind.RAILHUB, plain, 426, "WebSocket");
    assertEquals("websocket", plain.header("Upgrade").orElseThrow());
    Ask handshake = DialectSocketClient.handshake("/").header("Sec-WebSocket-Version", "7");
    DialectAnswer old = DialectAnswer.of(hub.socketPort(), handshake);
    DialectRefused.check(Kind.RAILHUB, old, 400, "Sec-WebSocket-Version");
    assertEquals("13", old.header("Sec-WebSocket-Version").orElseThrow());
    Ask large = Ask.of("POST", "/").withBody(" ".repeat(Limits.BODY + 1));
    DialectRefused.check(Kind.RAILHUB, DialectAnswer.of(hub.socketPort(), large), 413, "65536");
  }

  /** The hub's own words are as they were. */
  @Test
  void hub_inItsOwnShape() {
    Ask patch = Ask.patch("/v1/boards/counter/parts/counter", "{\"value\":1}");
    hub.hub().ask(patch.header("Origin", "http://evil.example")).problem(403, "foreign-origin");
    hub.hub().ask(patch.withBody(" ".repeat(Limits.BODY + 1))).problem(413, "too-large");
    hub.hub().ask(patch.header("X", "x".repeat(Limits.HEADERS))).problem(431, "too-large");
    assertTrue(hub.hub().ask(Ask.get("/" + "x".repeat(9_000))).expect(414).body().startsWith("{"));
  }
}
