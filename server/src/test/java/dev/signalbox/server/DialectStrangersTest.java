package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.server.DialectHub.Kind;
import dev.signalbox.server.DialectHub.Where;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages from elsewhere change nothing in any dialect. */
final class DialectStrangersTest {
  private static DialectHub hub;

  @BeforeAll
  static void start() {
    hub = new DialectHub();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          COUNTER | POST | /reset | {"counter":42}
          COUNTER | PUT | /reset | {"counter":42}
          LED | PUT | /ctrl | btnLed
          RAILHUB | POST | /api/control | {"pin":4,"active":true}
          RAILHUB | POST | /api/name | {"pin":4,"name":"x"}
          RAILHUB | POST | /api/interval | {"pin":4,"interval":500}
          RAILHUB | POST | /api/chasing/create | {"groupId":0,"interval":300,"outputs":[4]}
          RAILHUB | POST | /api/chasing/delete | {"groupId":0}
          RAILHUB | POST | /api/chasing/name | {"groupId":0,"name":"x"}
          RAILHUB | POST | /api/reset | {}
          BUS | GET | /rest/events/subscribe | -
          """)
  void stranger_isRefused(Kind kind, String method, String path, String body) {
    Ask ask = Ask.of(method, path).withBody(body);
    for (Where where : Where.values()) {
      int port = hub.port(kind, where);
      for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1:1")) {
        refused(kind, port, ask.header("Origin", origin), "'" + origin + "' may not command");
      }
      refused(kind, port, ask.header("Host", "evil.example"), "not known as 'evil.example'");
      refused(
          kind,
          port,
          ask.header("Host", "evil.example").header("Origin", "http://evil.example"),
          "not known as 'evil.example'");
    }
  }

  private static void refused(Kind kind, int port, Ask ask, String words) {
    DialectAnswer answer = Refused.nothingChangesBy(hub.hub(), () -> DialectAnswer.of(port, ask));
    DialectRefused.check(kind, answer, 403, words);
  }

  @Test
  void subscription_ofAStranger_takesNoChannel() {
    try (DialectHub fresh = new DialectHub()) {
      Ask subscribe = Ask.get("/rest/events/subscribe");
      for (int i = 0; i < 20; i++) {
        fresh.ask(Kind.BUS, subscribe.header("Origin", "http://evil.example")).expect(403);
      }
      String url = fresh.ask(Kind.BUS, subscribe).expect(200).body();
      assertTrue(url.endsWith("/rest/events/0"), url);
    }
  }

  /** As the documents have it: any page may watch. */
  @Test
  void streams_forEveryone() {
    for (Where where : Where.values()) {
      Ask ask = Ask.get("/events").header("Origin", "http://elsewhere.example");
      try (DialectEvents events =
          new DialectEvents(new RawConnection(hub.port(Kind.COUNTER, where)), ask)) {
        events.expect("data: 0");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.example",
    "Origin, null",
    "Origin, http://127.0.0.1:1",
    "Host, evil.example"
  })
  void webSocket_ofAStranger(String header, String value) {
    Ask handshake = DialectSocketClient.handshake("/").header(header, value);
    try (DialectSocketClient socket =
        new DialectSocketClient(new RawConnection(hub.socketPort()), handshake)) {
      socket.connection().sendUnlessEnded(Frame.text("{\"api\":\"reset\"}").masked());
      Refused.nothingChangesBy(hub.hub(), socket::frame);
    }
    try (DialectSocketClient socket =
        new DialectSocketClient(new RawConnection(hub.socketPort()), handshake)) {
      Frame only = socket.frame();
      assertEquals(1008, only.closeCode(), only.toString());
    }
  }

  @Test
  void pages_ofItsOwn() {
    int page = hub.port(Kind.RAILHUB);
    for (String name : List.of("127.0.0.1", "localhost")) {
      Ask handshake =
          DialectSocketClient.handshake("/")
              .header("Host", name + ":" + hub.socketPort())
              .header("Origin", "http://" + name + ":" + page);
      try (DialectSocketClient socket =
          new DialectSocketClient(new RawConnection(hub.socketPort()), handshake)) {
        assertEquals(1, socket.ask("{'api':'reset','id':1}").at("id").number());
      }
      hub.ask(
              Kind.RAILHUB,
              Ask.post("/api/reset", "{}")
                  .header("Host", name + ":" + page)
                  .header("Origin", "http://" + name + ":" + page))
          .expect(200);
    }
  }
}
