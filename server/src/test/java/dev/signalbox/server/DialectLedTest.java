package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.server.DialectHub.Kind;
import dev.signalbox.server.DialectHub.Where;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each row of the LED's table, over real sockets. */
final class DialectLedTest {
  private static final String DARK = "data: {\"led\":0}";
  private static final String LIT = "data: {\"led\":1}";

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
  void darken() {
    hub.light(false);
    hub.hub().settle();
  }

  private static DialectAnswer ask(Where where, Ask ask) {
    return DialectAnswer.of(hub.port(Kind.LED, where), ask);
  }

  private static Ask press(String body) {
    return Ask.of("PUT", "/ctrl").header("Content-Type", "text/plain").withBody(body);
  }

  @ParameterizedTest
  @EnumSource
  void events(Where where) {
    try (DialectEvents events = new DialectEvents(hub.port(Kind.LED, where), "/demo_sse")) {
      assertEquals(
          List.of(
              "HTTP/1.1 200 OK",
              "Content-Type: text/event-stream",
              "Cache-Control: no-cache",
              "Connection: keep-alive"),
          events.head());
      events.expect(DARK);
      hub.light(true);
      events.expect(LIT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void press_toggles(Where where) {
    try (DialectEvents events = hub.follow(Kind.LED, "/demo_sse")) {
      events.expect(DARK);
      ask(where, press("btnLed")).expect("HTTP/1.1 200 OK", List.of(), "");
      events.expect(LIT);
      ask(where, press("{\"x\":\"btnLed\"}\0")).expect(200, "");
      events.expect(DARK);
    }
  }

  @ParameterizedTest
  @EnumSource
  void press_ofAnotherButton(Where where) {
    for (String body : List.of("", "btnled", "\0\0", "{\"led\":1}")) {
      DialectAnswer refused =
          Refused.nothingChangesBy(hub.hub(), () -> ask(where, press(body))).expect(400);
      assertTrue(refused.body().contains("btnLed"), refused.body());
    }
  }

  /** n toggles end where n toggles end, whoever sends them. */
  @Test
  void presses_fromManyAtOnce() {
    try (Together together = new Together();
        DialectEvents events = hub.follow(Kind.LED, "/demo_sse")) {
      for (int client = 0; client < 8; client++) {
        Where where = client % 2 == 0 ? Where.OWN : Where.MAIN;
        int presses = client == 0 ? 26 : 25;
        together.begin(() -> pressOften(where, presses));
      }
      together.join();
      events.expect(DARK);
      for (int toggle = 1; toggle <= 201; toggle++) {
        events.expect(toggle % 2 == 1 ? LIT : DARK);
      }
    }
  }

  private static void pressOften(Where where, int presses) {
    try (RawConnection connection = new RawConnection(hub.port(Kind.LED, where))) {
      DialectBytes bytes = new DialectBytes(connection);
      for (int i = 0; i < presses; i++) {
        connection.send(press("btnLed").text());
        DialectAnswer.read(bytes, true).expect(200);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void index_isElsewhere(Where where) {
    ask(where, Ask.get("/index.html"))
        .expect("HTTP/1.1 307 Temporary Redirect", List.of("Location: /"), "");
  }

  @ParameterizedTest
  @EnumSource
  void icons(Where where) {
    Stream.of("/LedBlue.png", "/LedGrey.png").forEach(path -> icon(where, path, "image/png"));
    icon(where, "/favicon.ico", "image/x-icon");
  }

  private static void icon(Where where, String path, String type) {
    DialectAnswer icon = ask(where, Ask.get(path)).expect(200);
    assertEquals(type, icon.header("Content-Type").orElseThrow());
    assertTrue(icon.body().length() > 50);
    assertEquals(icon.head(), ask(where, Ask.of("HEAD", path)).expect(200, "").head());
  }

  @Test
  void page_onItsOwnListenerOnly() {
    hub.ask(Kind.LED, Ask.get("/")).expect(200);
    hub.ask(Kind.LED, Ask.of("HEAD", "/")).expect(200, "");
    ask(Where.MAIN, Ask.get("/")).expect(404);
  }

  @Test
  void others() {
    hub.ask(Kind.LED, Ask.get("/x")).expect(404);
    for (Where where : Where.values()) {
      assertEquals("PUT", ask(where, Ask.get("/ctrl")).expect(405).header("Allow").orElseThrow());
      ask(where, Ask.of("POST", "/demo_sse")).expect(405);
    }
  }
}
