package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.server.DialectHub.Kind;
import dev.signalbox.server.DialectHub.Where;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of RailHub's table, and its WebSocket, over real sockets. */
final class DialectRailHubTest {
  private static final String JSON = "Content-Type: application/json";
  private static final String OK = "HTTP/1.1 200 OK";

  private static DialectHub hub;

  @BeforeAll
  static void start() {
    hub = new DialectHub();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @AfterEach
  void reset() {
    hub.hub().reset();
    // Each test counts its own clients only.
    hub.hub().await("all counted out", () -> status(Where.OWN).at("wsClients").number() == 0);
  }

  private static DialectAnswer ask(Where where, Ask ask) {
    return DialectAnswer.of(hub.port(Kind.RAILHUB, where), ask);
  }

  private static DialectAnswer post(Where where, String api, String body) {
    return ask(where, Ask.of("POST", "/api/" + api).withBody(body.replace('\'', '"')));
  }

  private static Doc status(Where where) {
    return Doc.of(ask(where, Ask.get("/api/status")).expect(200).body());
  }

  private static Doc output(Doc status, int index) {
    return new Doc(status.at("outputs").items().get(index));
  }

  @ParameterizedTest
  @EnumSource
  void status_isTheFrame(Where where) {
    try (DialectSocketClient socket = new DialectSocketClient(hub.socketPort())) {
      String frame = socket.frame().text();
      ask(where, Ask.get("/api/status")).expect(OK, List.of(JSON), frame);
      assertTrue(
          frame.startsWith("{\"macAddress\":\"\",\"name\":\"yard\",\"wifiMode\":\"\""), frame);
      ask(where, Ask.of("HEAD", "/api/status")).expect(200, "");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          control | {'pin':4,'active':true,'brightness':75} | {"status":"ok"}
          control | {'pin':4,'active':true} | {"status":"ok"}
          control | {'pin':4,'active':true,'brightness':101} | {"status":"ok"}
          name | {'pin':4,'name':' Lamp '} | {"success":true}
          name | {'pin':4,'name':''} | {"success":true}
          interval | {'pin':4,'interval':500} | {"success":true}
          reset | `` | {"status":"reset_complete"}
          chasing/create | {'groupId':0,'interval':300,'outputs':[4,5]} | {"success":true,"groupId":0}
          """)
  void post_isAnswered(String api, String body, String answer) {
    for (Where where : Where.values()) {
      post(where, api, body).expect(OK, List.of(JSON), answer);
    }
  }

  @ParameterizedTest
  @EnumSource
  void posts_changeTheBoard(Where where) {
    post(where, "control", "{'pin':4,'active':true,'brightness':75}").expect(200);
    post(where, "name", "{'pin':4,'name':'Lamp'}").expect(200);
    post(where, "interval", "{'pin':4,'interval':500}").expect(200);
    Doc lamp = output(status(where), 3);
    assertEquals(
        "Doc[value={pin=4, active=true, brightness=75, interval=500, chasingGroup=-1, name=Lamp}]",
        lamp.toString());
    post(where, "reset", "").expect(200);
    assertEquals("Output 4", output(status(where), 3).at("name").text());
  }

  @ParameterizedTest
  @EnumSource
  void groups(Where where) {
    post(where, "chasing/create", "{'groupId':2,'interval':300,'outputs':[4,5],'name':'R'}")
        .expect(OK, List.of(JSON), "{\"success\":true,\"groupId\":2}");
    post(where, "chasing/name", "{'groupId':2,'name':'Runway'}")
        .expect(OK, List.of(JSON), "{\"success\":true}");
    Doc group = status(where).at("chasingGroups").item(0);
    assertEquals("Runway", group.at("name").text());
    assertEquals(List.of(4L, 5L), group.at("outputs").items());
    assertEquals(2, output(status(where), 3).at("chasingGroup").number());
    post(where, "chasing/delete", "{'groupId':2}").expect(OK, List.of(JSON), "{\"success\":true}");
    assertEquals(List.of(), status(where).at("chasingGroups").items());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          control | {'pin':4 | 400 Bad Request | Invalid JSON
          control | `` | 400 Bad Request | Invalid JSON
          control | {'pin':99,'active':true} | 404 Not Found | Output not found
          name | {'pin':99,'name':'x'} | 404 Not Found | Output not found
          interval | {'pin':99,'interval':500} | 404 Not Found | Output not found
          interval | {'pin':4,'interval':9} | 400 Bad Request | Invalid interval (0 or 10-65535)
          chasing/delete | {'groupId':1} | 404 Not Found | Group not found
          chasing/name | {'groupId':1,'name':'x'} | 404 Not Found | Group not found
          chasing/create | {'groupId':1,'interval':300,'outputs':[]} | 400 Bad Request | Invalid output count (1-8)
          chasing/create | {'groupId':1,'interval':300,'outputs':[99]} | 400 Bad Request | Invalid GPIO pin(s)
          chasing/create | {'groupId':256,'interval':300,'outputs':[4]} | 400 Bad Request | Invalid group id (0-255)
          """)
  void post_isRefused(String api, String body, String status, String error) {
    for (Where where : Where.values()) {
      Refused.nothingChangesBy(hub.hub(), () -> post(where, api, body))
          .expect("HTTP/1.1 " + status, List.of(JSON), "{\"error\":\"" + error + "\"}");
    }
  }

  @Test
  void groups_fourAtMost() {
    for (int group = 0; group < 4; group++) {
      String body = "{'groupId':%d,'interval':300,'outputs':[%d]}".formatted(group, group + 1);
      post(Where.OWN, "chasing/create", body).expect(200);
    }
    post(Where.MAIN, "chasing/create", "{'groupId':9,'interval':300,'outputs':[8]}")
        .expect(400, "{\"error\":\"Group limit reached (max 4)\"}");
    post(Where.MAIN, "chasing/create", "{'groupId':3,'interval':400,'outputs':[8]}").expect(200);
  }

  @Test
  void page_onItsOwnListenerOnly() {
    DialectAnswer page = hub.ask(Kind.RAILHUB, Ask.get("/")).expect(200);
    assertTrue(page.body().contains("81"), page.body());
    assertEquals(page.head(), hub.ask(Kind.RAILHUB, Ask.of("HEAD", "/")).expect(200, "").head());
    ask(Where.MAIN, Ask.get("/")).expect(404);
  }

  @Test
  void others() {
    hub.ask(Kind.RAILHUB, Ask.get("/x")).expect(404, "{\"error\":\"Not found\"}");
    for (Where where : Where.values()) {
      DialectAnswer wrong = ask(where, Ask.get("/api/control")).expect(405);
      assertEquals("POST", wrong.header("Allow").orElseThrow());
      assertEquals("{\"error\":\"Method not allowed\"}", wrong.body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/ws", "/v1/stream", "/a/b?c=d"})
  void socket_onAnyPath(String path) {
    try (DialectSocketClient socket =
        new DialectSocketClient(
            new RawConnection(hub.socketPort()), DialectSocketClient.handshake(path))) {
      assertEquals(8, socket.next().at("outputs").items().size());
      assertTrue(
          socket.head().stream()
              .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("protocol:")),
          socket.head().toString());
    }
  }

  @Test
  void socket_withTheSubprotocolOfTheFirmwares() {
    Ask handshake = DialectSocketClient.handshake("/").header("Sec-WebSocket-Protocol", "arduino");
    try (DialectSocketClient socket =
        new DialectSocketClient(new RawConnection(hub.socketPort()), handshake)) {
      assertTrue(
          socket.head().stream().anyMatch("sec-websocket-protocol: arduino"::equalsIgnoreCase),
          socket.head().toString());
      socket.status();
    }
  }

  @Test
  void socket_isAllThereIs() {
    for (String path : List.of("/", "/api/status", "/v1/boards")) {
      DialectAnswer answer = DialectAnswer.of(hub.socketPort(), Ask.get(path)).expect(426);
      assertEquals("websocket", answer.header("Upgrade").orElseThrow());
    }
    DialectAnswer.of(hub.socketPort(), Ask.of("HEAD", "/")).expect(426, "");
    DialectAnswer.of(hub.socketPort(), Ask.post("/api/reset", "{}")).expect(426);
  }

  @Test
  void socket_takesCommands() {
    try (DialectSocketClient socket = hub.socket();
        DialectSocketClient other = hub.socket()) {
      assertEquals(
          "Doc[value={status=ok, id=7}]",
          socket.ask("{'api':'control','pin':4,'active':true,'id':7}").toString());
      Doc seen = other.status();
      while (!output(seen, 3).at("active").flag()) {
        seen = other.status();
      }
      assertEquals(
          "Doc[value={error=Output not found, id=x}]",
          socket.ask("{'api':'name','pin':99,'name':'n','id':'x'}").toString());
    }
  }

  @Test
  void socket_tellsWhatIsWanted() {
    try (DialectSocketClient socket = hub.socket();
        DialectSocketClient other = hub.socket()) {
      socket.say("{'subscribe':['outputs']}");
      Doc part = socket.next();
      while (!part.at("wsClients").isMissing()) {
        part = socket.next();
      }
      assertEquals(1, part.copy().size());
      post(Where.MAIN, "control", "{'pin':1,'active':true}").expect(200);
      assertTrue(output(socket.next(), 0).at("active").flag());
      assertTrue(output(other.status(), 0).at("active").flag());
    }
  }
}
