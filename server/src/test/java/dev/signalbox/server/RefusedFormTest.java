package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anyone asks what it means: 400, 413, 414, 415 and 431. */
final class RefusedFormTest {
  private static final String OUT1 = "/v1/boards/yard/parts/out1";
  private static final String ACTIVE = "{\"active\":true}";

  private static ServedHub hub;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"active\":true",
        "{\"active\":true}}",
        "{\"active\":true} x",
        "{'active':true}",
        "{active:true}",
        "{\"active\":tru}",
        "{\"active\":true,}",
        "{\"active\":true,\"active\":false}",
        "{\"brightness\":01}",
        "{\"brightness\":NaN}",
        "{\"brightness\":0x10}",
        "{\"name\":\"a\nb\"}",
        "{\"name\":\"\\x\"}",
        "// no comment\n{\"active\":true}",
        "\u0000"
      })
  void patch_notJson(String body) {
    Refused.ask(hub, Ask.patch(OUT1, body), 400, "malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "1", "\"active\"", "[]", "[{\"active\":true}]"})
  void patch_notAnObject(String body) {
    Refused.ask(hub, Ask.patch(OUT1, body), 400, "malformed");
    Refused.ask(hub, Ask.patch("/v1/boards/yard", body), 400, "malformed");
    Refused.ask(hub, Ask.post("/v1/boards/yard/parts", body), 400, "malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "true", "\"x\"", "[1]", "[[]]", "[null]"})
  void commands_notAListOfObjects(String body) {
    Refused.ask(hub, Ask.post("/v1/commands", body), 400, "malformed");
  }

  @Test
  void patch_notUtf8() {
    byte[] head =
        Ask.of("PATCH", OUT1)
            .header("Content-Type", "application/json")
            .header("Content-Length", "12")
            .head()
            .getBytes(StandardCharsets.UTF_8);
    byte[] body = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xff, '"', '}'};
    Answer answer =
        Refused.nothingChangesBy(
            hub,
            () -> {
              try (RawHttp http = new RawHttp(hub.port())) {
                http.connection().send(head);
                http.connection().send(body);
                return http.answer();
              }
            });
    answer.problem(400, "malformed");
  }

  @Test
  void patch_hugeNesting() {
    String deep = "{\"active\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}";
    Refused.ask(hub, Ask.patch(OUT1, deep), 400, "malformed");
  }

  @Test
  void patch_hugeNumberOrName() {
    String digits = "{\"brightness\":" + "9".repeat(10_000) + "}";
    Refused.ask(hub, Ask.patch(OUT1, digits), 400, "malformed");
    String name = "{\"" + "n".repeat(10_000) + "\":1}";
    Refused.ask(hub, Ask.patch(OUT1, name), 400, "malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?every=maybe",
        "?every=true&every=x%",
        "?boards=%zz",
        "?%=1",
        "?parts=OUT*",
        "?parts=out/1",
        "?parts=",
        "?maxRate=",
        "?maxRate=0",
        "?maxRate=1001",
        "?maxRate=-5",
        "?maxRate=1e2",
        "?maxRate=NaN",
        "?maxRate=5&every=true",
        "?parts=a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,"
            + "a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a",
        "?a&b&c&d&e&f&g&h&i&j&k&l&m&n&o&p&q&r&s&t&u&v&w&x&y&z&1&2&3&4&5&6&7"
      })
  void stream_badQuery(String query) {
    Refused.ask(hub, Ask.get("/v1/stream" + query), 400, "bad-query");
  }

  @Test
  void patch_keyTooLong() {
    Ask ask = Ask.patch(OUT1, ACTIVE);
    Refused.ask(hub, ask.header("Idempotency-Key", "k".repeat(65)), 400, "malformed");
    Refused.ask(hub, ask.header("Idempotency-Key", ""), 400, "malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
        "application/cbor-seq",
        "json"
      })
  void patch_otherMediaType(String type) {
    Ask ask = Ask.patch(OUT1, ACTIVE).header("Content-Type", type);
    Refused.ask(hub, ask, 415, "unsupported-media-type");
  }

  @Test
  void patch_noMediaType() {
    Ask ask = Ask.patch(OUT1, ACTIVE).without("Content-Type");
    Refused.ask(hub, ask, 415, "unsupported-media-type");
    Ask batch = Ask.post("/v1/commands", "[]").without("Content-Type");
    Refused.ask(hub, batch, 415, "unsupported-media-type");
  }

  @Test
  void patch_largestBodyAndOneMore() {
    String fits = ACTIVE + " ".repeat(Limits.BODY - ACTIVE.length());
    hub.ask(Ask.patch(OUT1, fits)).expect(200);
    hub.ask(Ask.patch(OUT1, "{\"active\":false}")).expect(200);
    try (RawHttp http = new RawHttp(hub.port())) {
      Answer answer = Refused.nothingChangesBy(hub, () -> http.ask(Ask.patch(OUT1, fits + " ")));
      answer.problem(413, "too-large");
      http.ask(Ask.get("/health/live")).expect(200);
    }
  }

  @Test
  void patch_chunkedBodyTooLarge() {
    try (RawHttp http = new RawHttp(hub.port())) {
      Answer answer =
          Refused.nothingChangesBy(
              hub,
              () -> {
                http.send(chunkedHead());
                for (int i = 0; i < 20; i++) {
                  http.send("2000\r\n" + " ".repeat(0x2000) + "\r\n");
                }
                http.send("0\r\n\r\n");
                return http.answer();
              });
      answer.problem(413, "too-large");
      http.ask(Ask.get("/health/live")).expect(200);
    }
  }

  private static String chunkedHead() {
    return Ask.of("PATCH", OUT1)
        .header("Content-Type", "application/json")
        .header("Transfer-Encoding", "chunked")
        .head();
  }

  @Test
  void patch_announcesMoreThanIsThrownAway() {
    Ask ask =
        Ask.of("PATCH", OUT1)
            .header("Content-Type", "application/json")
            .header("Content-Length", Integer.toString(Limits.DISCARDED_BODY + 1));
    try (RawHttp http = new RawHttp(hub.port())) {
      Answer answer = Refused.nothingChangesBy(hub, () -> http.ask(ask));
      answer.problem(413, "too-large");
      assertEquals(Optional.of("close"), answer.header("connection"));
      assertTrue(http.ends());
    }
  }

  @Test
  void patch_sendsMoreThanIsThrownAway() {
    byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.UTF_8);
    try (RawHttp http = new RawHttp(hub.port())) {
      Optional<Answer> answer =
          Refused.nothingChangesBy(
              hub,
              () -> {
                http.send(chunkedHead());
                for (int i = 0; i < 100; i++) {
                  http.connection().sendUnlessEnded(chunk);
                }
                return http.next(true);
              });
      // A reset may overtake the answer while the client still sends.
      answer.ifPresent(refusal -> refusal.problem(413, "too-large"));
      assertTrue(http.ends());
    }
  }

  @Test
  void get_longestUrlAndMore() {
    int room = Limits.REQUEST_LINE - "GET /v1/boards? HTTP/1.1".length();
    hub.ask(Ask.get("/v1/boards?" + "x".repeat(room))).expect(200);
    Refused.ask(hub, Ask.get("/v1/boards?" + "x".repeat(room + 100)), 414, "too-large");
  }

  @Test
  void get_headersTooLarge() {
    Ask ask = Ask.get("/v1/boards");
    for (int i = 0; i < 20; i++) {
      ask = ask.header("X-Filler-" + i, "x".repeat(1_000));
    }
    Refused.ask(hub, ask, 431, "too-large");
  }
}
