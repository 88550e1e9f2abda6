package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused because of where it comes from or where it goes: 403, 404 and 405. */
final class RefusedPlaceTest {
  private static final String ACTIVE = "{\"active\":true}";

  private static ServedHub hub;

  @BeforeAll
  static void start() {
    hub =
        new ServedHub(
            new ServerSettings(
                "127.0.0.1",
                0,
                Set.of("Hub.Example"),
                Set.of("https://panel.example"),
                ServedHub.streaming(Duration.ofSeconds(15)),
                ServedHub.generous()));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  /** One request of every kind that changes something; each would be carried out from here. */
  private static Ask[] changing() {
    return new Ask[] {
      Ask.patch("/v1/boards/yard/parts/out1", ACTIVE),
      Ask.patch("/v1/boards/yard", "{\"name\":\"Renamed\"}"),
      Ask.of("POST", "/v1/boards/yard/parts/out1/toggle"),
      Ask.of("POST", "/v1/boards/toggle/parts/switch/press"),
      Ask.post("/v1/boards/yard/parts", "{\"kind\":\"chase\",\"members\":[\"out1\"]}"),
      Ask.of("DELETE", "/v1/boards/yard/parts/chase1"),
      Ask.of("POST", "/v1/boards/yard/reset"),
      Ask.post("/v1/commands", "[{\"board\":\"yard\",\"part\":\"out1\",\"do\":\"toggle\"}]"),
      Ask.of("PUT", "/v1/boards/yard/parts/out1"),
      Ask.of("OPTIONS", "/v1/boards/yard/parts/out1"),
      Ask.of("POST", "/v1/stream"),
      Ask.of("POST", "/anything"),
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "http://evil.example",
        "http://127.0.0.1.evil.example",
        "http://127.0.0.1:1",
        "http://localhost",
        "http://x@127.0.0.1",
        "https://panel.example.evil",
        "file://",
        "not an origin"
      })
  void command_foreignOrigin(String origin) {
    for (Ask ask : changing()) {
      Refused.ask(hub, ask.header("Origin", origin), 403, "foreign-origin");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "evil.example:8080", "127.0.0.1.evil.example", "8.8.8.8", "[", ""})
  void command_unknownHost(String host) {
    for (Ask ask : changing()) {
      Refused.ask(hub, ask.header("Host", host), 403, "unknown-host");
      String own = "http://" + host;
      Refused.ask(hub, ask.header("Host", host).header("Origin", own), 403, "unknown-host");
    }
  }

  @Test
  void command_missingHost() {
    for (Ask ask : changing()) {
      Answer answer = Refused.nothingChangesBy(hub, () -> hub.ask(ask.without("Host")));
      assertTrue(answer.status() == 403 || answer.status() == 400, answer.toString());
      Answer.checkProblem(
          Doc.of(answer.body()),
          answer.status(),
          answer.status() == 403 ? "unknown-host" : "malformed");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://127.0.0.1",
    "127.0.0.1:80, http://127.0.0.1",
    "LocalHost:8080, http://localhost:8080",
    "[::1]:8080, http://[::1]:8080",
    "hub.example, http://hub.example",
    "HUB.example., https://panel.example",
    "127.0.0.1, HTTPS://Panel.Example",
    "127.0.0.1, "
  })
  void command_ownPage(String host, String origin) {
    Ask ask = Ask.of("POST", "/v1/boards/toggle/parts/led/toggle").header("Host", host);
    hub.ask(origin == null ? ask : ask.header("Origin", origin)).expect(200);
  }

  @Test
  void command_ownName() throws UnknownHostException {
    String name = InetAddress.getLocalHost().getHostName();
    Ask ask = Ask.of("POST", "/v1/boards/toggle/parts/led/toggle");
    hub.ask(ask.header("Host", name + ":8080")).expect(200);
    hub.ask(ask.header("Host", name + ".local")).expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/boards/nowhere",
        "/v1/boards/nowhere/parts/out1",
        "/v1/boards/yard/parts/out9",
        "/v1/boards/yard/parts/",
        "/v1/boards/",
        "/v1/boards//parts/out1",
        "/v1/boards/YARD",
        "/v1/boards/%79ard",
        "/v1/boards/yard%00",
        "/v1/boards/-yard",
        "/v1/boards/yard/parts/OUT1",
        "/v1/boards/yard/parts/out1%2f..",
        "/v1/boards/yard/parts/a.b",
        "/v1/boards/yard/part/out1",
        "/v1/boards/yard/parts/out1/toggle/toggle",
        "/v1/boards/yard/parts/out1/explode",
        "/v1/boards/yard/",
        "/v1",
        "/v2/boards",
        "/v1/boardsx",
        "/",
        "/../etc/passwd",
        "/v1/stream/"
      })
  void get_nothingThere(String path) {
    Refused.ask(hub, Ask.get(path), 404, "not-found");
    Refused.ask(hub, Ask.get("/v1/boards/" + "b".repeat(64)), 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?boards=nowhere",
        "?boards=yard,nowhere",
        "?boards=YARD",
        "?boards=..",
        "?parts=out9",
        "?parts=out1,out9",
        "?boards=yard&parts=counter",
        "?boards=nowhere&parts=*&every=true"
      })
  void stream_unknownInQuery(String query) {
    Refused.ask(hub, Ask.get("/v1/stream" + query), 404, "not-found");
  }

  @Test
  void command_unknownBoardOrPart() {
    String toggle = "\",\"do\":\"toggle\"}]";
    for (String body :
        new String[] {
          "[{\"board\":\"nowhere\",\"part\":\"out1" + toggle,
          "[{\"board\":\"yard\",\"part\":\"out9" + toggle,
          "[{\"board\":\"YARD\",\"part\":\"out1" + toggle,
          "[{\"board\":\"yard\",\"part\":\"\u00fc" + toggle
        }) {
      Refused.ask(hub, Ask.post("/v1/commands", body), 404, "not-found");
    }
    for (String where : new String[] {"nowhere/parts/out1", "yard/parts/out9", "YARD/parts/x"}) {
      String path = "/v1/boards/" + where;
      Refused.ask(hub, Ask.patch(path, ACTIVE), 404, "not-found");
      Refused.ask(hub, Ask.of("DELETE", path), 404, "not-found");
      Refused.ask(hub, Ask.of("POST", path + "/toggle"), 404, "not-found");
      Refused.ask(hub, Ask.of("POST", path + "/press"), 404, "not-found");
    }
    Refused.ask(hub, Ask.patch("/v1/boards/nowhere", "{\"name\":\"x\"}"), 404, "not-found");
    Refused.ask(hub, Ask.of("POST", "/v1/boards/nowhere/reset"), 404, "not-found");
    Refused.ask(hub, Ask.post("/v1/boards/nowhere/parts", "{\"kind\":\"x\"}"), 404, "not-found");
    Refused.ask(hub, Ask.post("/nothing", "{}"), 404, "not-found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/boards | POST PUT PATCH DELETE OPTIONS TRACE BREW | GET, HEAD",
        "/v1/schema | POST PUT PATCH DELETE OPTIONS | GET, HEAD",
        "/health/live | POST PUT PATCH DELETE OPTIONS | GET, HEAD",
        "/health/ready | POST PUT PATCH DELETE OPTIONS | GET, HEAD",
        "/v1/stream | POST PUT PATCH DELETE OPTIONS HEAD | GET",
        "/v1/boards/yard | POST PUT DELETE OPTIONS | GET, HEAD, PATCH",
        "/v1/boards/yard/parts/out1 | POST PUT OPTIONS | GET, HEAD, PATCH, DELETE",
        "/v1/boards/yard/parts | GET HEAD PUT PATCH DELETE OPTIONS | POST",
        "/v1/boards/yard/parts/out1/toggle | GET HEAD PUT PATCH DELETE | POST",
        "/v1/boards/toggle/parts/switch/press | GET HEAD PUT PATCH DELETE | POST",
        "/v1/boards/yard/reset | GET HEAD PUT PATCH DELETE | POST",
        "/v1/commands | GET HEAD PUT PATCH DELETE | POST"
      })
  void method_notAllowed(String path, String methods, String allowed) {
    for (String method : methods.split(" ", -1)) {
      Answer answer = Refused.nothingChangesBy(hub, () -> hub.ask(Ask.of(method, path)));
      assertEquals(Optional.of(allowed), answer.header("allow"), method + " " + path);
      if (method.equals("HEAD")) {
        answer.expect(405);
      } else {
        answer.problem(405, "method-not-allowed");
      }
    }
  }
}
