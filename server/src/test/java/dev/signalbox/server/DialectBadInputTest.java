package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.server.DialectHub.Kind;
import dev.signalbox.server.DialectHub.Where;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that make no sense, over real sockets: refused in the dialect's own words, and neither
 * the board nor another client notices.
 */
final class DialectBadInputTest {
  private static final String COUNTER_REFUSAL = "Invalid JSON or missing counter field";
  private static final String RAILHUB_REFUSAL = "{\"error\":\"Invalid JSON\"}";

  private static DialectHub hub;
  private static DialectEvents counting;
  private static DialectEvents lighting;
  private static DialectSocketClient watching;

  @BeforeAll
  static void start() {
    hub = new DialectHub();
    counting = hub.follow(Kind.COUNTER, "/events");
    counting.expect("data: 0", "data: clients:1");
    lighting = hub.follow(Kind.LED, "/demo_sse");
    lighting.expect("data: {\"led\":0}");
    watching = hub.socket();
  }

  /** What the others are told next is the next change. */
  @AfterAll
  static void othersNoticedNothing() {
    hub.hub().count(7);
    counting.expect("data: 7");
    hub.light(true);
    lighting.expect("data: {\"led\":1}");
    hub.ask(Kind.RAILHUB, Ask.post("/api/control", "{\"pin\":1,\"active\":true}")).expect(200);
    assertTrue(new Doc(watching.next().at("outputs").items().getFirst()).at("active").flag());
    counting.close();
    lighting.close();
    watching.close();
    hub.close();
  }

  static Stream<String> noObjects() {
    return Stream.of(
        "",
        "{",
        "{\"counter\":4",
        "{\"pin\":4,\"active\":tr",
        "null",
        "[]",
        "17",
        "\"text\"",
        "\0",
        "\0\0\0\0{\"counter\":1}",
        "{\"counter\":1}\0",
        "{\"pin\":1,\"active\":true}\0",
        "{'counter':1}",
        "{\"counter\":1}{\"counter\":2}",
        "[".repeat(20_000),
        "{\"a\":".repeat(10_000),
        "\u00ff\u00fe\ufffd");
  }

  private static DialectAnswer ask(Kind kind, Where where, Ask ask) {
    return Refused.nothingChangesBy(hub.hub(), () -> DialectAnswer.of(hub.port(kind, where), ask));
  }

  @ParameterizedTest
  @MethodSource("noObjects")
  void body_thatIsNoObject(String body) {
    for (Where where : Where.values()) {
      ask(Kind.COUNTER, where, Ask.of("POST", "/reset").withBody(body))
          .expect(400, COUNTER_REFUSAL);
      ask(Kind.RAILHUB, where, Ask.of("POST", "/api/control").withBody(body))
          .expect(400, RAILHUB_REFUSAL);
      ask(Kind.LED, where, Ask.of("PUT", "/ctrl").withBody(body)).expect(400);
    }
  }

  static Stream<String> wrongValues() {
    return Stream.of(
        "null",
        "\"4\"",
        "true",
        "[4]",
        "{}",
        "4.5",
        "-1e400",
        "1e400",
        "99999999999999999999",
        "2147483648",
        "-2147483649",
        "9".repeat(5_000));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void value_thatCannotBe(String value) {
    for (Where where : Where.values()) {
      ask(Kind.COUNTER, where, Ask.of("POST", "/reset").withBody("{\"counter\":" + value + "}"))
          .expect(400, COUNTER_REFUSAL);
      for (String body :
          List.of(
              "{\"pin\":" + value + ",\"active\":true}",
              "{\"pin\":4,\"active\":" + value.replace("true", "1") + "}")) {
        DialectAnswer answer =
            ask(Kind.RAILHUB, where, Ask.of("POST", "/api/control").withBody(body));
        assertTrue(answer.status() == 400 || answer.status() == 404, answer.toString());
        assertTrue(answer.body().startsWith("{\"error\":\""), answer.body());
      }
      DialectAnswer blink =
          ask(
              Kind.RAILHUB,
              where,
              Ask.of("POST", "/api/interval")
                  .withBody("{\"pin\":4,\"interval\":" + value.replace("4.5", "10.5") + "}"));
      assertEquals(400, blink.status(), blink.toString());
      assertTrue(blink.body().startsWith("{\"error\":\""), blink.body());
    }
  }

  @Test
  void body_missing() {
    for (Where where : Where.values()) {
      ask(Kind.COUNTER, where, Ask.of("POST", "/reset")).expect(400, COUNTER_REFUSAL);
      ask(Kind.RAILHUB, where, Ask.of("POST", "/api/name")).expect(400, RAILHUB_REFUSAL);
      ask(Kind.LED, where, Ask.of("PUT", "/ctrl")).expect(400);
    }
  }

  private static Stream<Ask> changes(String body) {
    return Stream.of(
        Ask.of("POST", "/reset").withBody(body),
        Ask.of("PUT", "/ctrl").withBody(body),
        Ask.of("POST", "/api/control").withBody(body));
  }

  private static Kind kind(Ask ask) {
    return switch (ask.path()) {
      case "/reset" -> Kind.COUNTER;
      case "/ctrl" -> Kind.LED;
      default -> Kind.RAILHUB;
    };
  }

  @Test
  void body_tooLong() {
    String most = " ".repeat(Limits.BODY);
    String megabyte = " ".repeat(1024 * 1024);
    for (Where where : Where.values()) {
      changes(most).forEach(ask -> ask(kind(ask), where, ask).expect(400));
      changes(most + " ").forEach(ask -> ask(kind(ask), where, ask).expect(413));
      changes(megabyte).forEach(ask -> ask(kind(ask), where, ask).expect(413));
    }
  }

  @Test
  void body_thatNeverComes() {
    changes("")
        .forEach(ask -> {
          try (RawConnection connection = new RawConnection(hub.port(kind(ask)))) {
            connection.send(ask.header("Content-Length", "100").body("{\"counter\":4").text());
            connection.endSending();
            assertEquals("", connection.rest());
          }
        });
  }

  @Test
  void lengths_two() {
    for (Where where : Where.values()) {
      changes("{\"counter\":4}")
          .forEach(ask -> {
            String twice =
                ask.text().replace("Content-Length", "Content-Length: 3\r\nContent-Length");
            DialectAnswer answer =
                Refused.nothingChangesBy(hub.hub(), () -> raw(hub.port(kind(ask), where), twice));
            DialectRefused.check(kind(ask), answer, 400, "HTTP");
          });
    }
  }

  private static DialectAnswer raw(int port, String request) {
    try (RawConnection connection = new RawConnection(port)) {
      connection.send(request);
      return DialectAnswer.read(new DialectBytes(connection), true);
    }
  }

  @Test
  void methods_wrong() {
    for (Where where : Where.values()) {
      for (String method : List.of("PATCH", "DELETE", "PUT", "TRACE", "NONSENSE")) {
        ask(Kind.COUNTER, where, Ask.of(method, "/reset")).expect(405);
        ask(Kind.RAILHUB, where, Ask.of(method, "/api/control"))
            .expect(405, "{\"error\":\"Method not allowed\"}");
        ask(Kind.LED, where, Ask.of(method, "/demo_sse")).expect(405);
        ask(Kind.BUS, where, Ask.of(method, "/rest/events/subscribe")).expect(404);
      }
    }
  }

  @Test
  void address_withBrokenEscapes() {
    for (Where where : Where.values()) {
      for (String path : List.of("/events?%", "/demo_sse?a=%zz", "/api/status?%00=%f")) {
        Kind kind =
            path.startsWith("/e") ? Kind.COUNTER : path.startsWith("/d") ? Kind.LED : Kind.RAILHUB;
        DialectRefused.check(kind, ask(kind, where, Ask.get(path)), 400, "% escape");
      }
    }
  }
}
