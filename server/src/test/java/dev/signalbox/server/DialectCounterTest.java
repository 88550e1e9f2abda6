package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.server.DialectHub.Kind;
import dev.signalbox.server.DialectHub.Where;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of the counter's table, over real sockets. */
final class DialectCounterTest {
  private static final String ANY_ORIGIN = "Access-Control-Allow-Origin: *";
  private static final List<String> REFUSED =
      List.of("Content-Type: text/plain", "X-Content-Type-Options: nosniff", ANY_ORIGIN);

  private static DialectHub hub;

  @BeforeAll
  static void start() {
    hub = new DialectHub();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @BeforeEach
  void count() {
    hub.hub().count(17);
    hub.hub().settle();
  }

  private static DialectAnswer ask(Where where, Ask ask) {
    return DialectAnswer.of(hub.port(Kind.COUNTER, where), ask);
  }

  @ParameterizedTest
  @EnumSource
  void events(Where where) {
    try (DialectEvents events = new DialectEvents(hub.port(Kind.COUNTER, where), "/events")) {
      assertEquals(
          List.of(
              "HTTP/1.1 200 OK",
              "Content-Type: text/event-stream",
              "Cache-Control: no-cache",
              "Connection: keep-alive",
              ANY_ORIGIN,
              "transfer-encoding: chunked"),
          events.head());
      assertEquals("data: 17", events.next());
      assertTrue(events.next().startsWith("data: clients:"));
      hub.hub().count(-3);
      events.until("data: -3");
      assertTrue(events.isChunked());
    }
  }

  @ParameterizedTest
  @EnumSource
  void reset(Where where) {
    try (DialectEvents events = hub.follow(Kind.COUNTER, "/events")) {
      ask(where, Ask.of("POST", "/reset").withBody("{\"counter\":42}"))
          .expect("HTTP/1.1 200 OK", List.of(ANY_ORIGIN), "");
      events.until("data: 42");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{\"counter\":", "[]", "{}", "{\"counter\":\"1\"}", "{\"counter\":1.5}"})
  void reset_notUnderstood(String body) {
    for (Where where : Where.values()) {
      Refused.nothingChangesBy(hub.hub(), () -> ask(where, Ask.of("POST", "/reset").withBody(body)))
          .expect("HTTP/1.1 400 Bad Request", REFUSED, "Invalid JSON or missing counter field");
    }
  }

  @ParameterizedTest
  @EnumSource
  void preflight(Where where) {
    ask(where, Ask.of("OPTIONS", "/reset").header("Origin", "http://elsewhere"))
        .expect(
            "HTTP/1.1 200 OK",
            List.of(
                "Access-Control-Allow-Methods: POST, OPTIONS",
                "Access-Control-Allow-Headers: Content-Type",
                ANY_ORIGIN),
            "");
  }

  @Test
  void page_onItsOwnListenerOnly() {
    DialectAnswer page = hub.ask(Kind.COUNTER, Ask.get("/")).expect(200);
    assertEquals("text/html; charset=utf-8", page.header("Content-Type").orElseThrow());
    assertTrue(page.body().startsWith("<!"), page.body());
    assertEquals(page.head(), hub.ask(Kind.COUNTER, Ask.of("HEAD", "/")).expect(200, "").head());
    ask(Where.MAIN, Ask.get("/")).expect(404);
    ask(Where.MAIN, Ask.of("HEAD", "/")).expect(404);
  }

  @Test
  void others() {
    hub.ask(Kind.COUNTER, Ask.get("/x")).expect(404);
    hub.ask(Kind.COUNTER, Ask.get("/v1/boards")).expect(404);
    for (Where where : Where.values()) {
      assertEquals(
          "POST, OPTIONS", ask(where, Ask.get("/reset")).expect(405).header("Allow").orElseThrow());
      ask(where, Ask.of("DELETE", "/events")).expect(405);
      ask(where, Ask.of("HEAD", "/events")).expect(405, "");
    }
  }

  /** A connection goes on after a dialect's answer. */
  @Test
  void connection_forManyRequests() {
    try (RawConnection connection = new RawConnection(hub.port(Kind.COUNTER))) {
      DialectBytes bytes = new DialectBytes(connection);
      for (int i = 0; i < 20; i++) {
        connection.send(Ask.of("POST", "/reset").withBody("{\"counter\":" + i + "}").text());
        DialectAnswer.read(bytes, true).expect(200);
        connection.send(Ask.of("HEAD", "/").text());
        DialectAnswer.read(bytes, false).expect(200);
      }
      connection.send(Ask.get("/events").text());
      assertEquals("HTTP/1.1 200 OK", bytes.head().getFirst());
    }
  }
}
