package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP by its letter, and what is none. In the texts, {@code |} stands for CR and LF. */
final class BrokenHttpTest {
  private static final String PATCH =
      "PATCH /v1/boards/yard/parts/out1 HTTP/1.1|Host: 127.0.0.1|Content-Type: application/json|";
  private static final String ACTIVE = "{\"active\":true}";

  private static final Journal JOURNAL = new Journal();

  private static ServedHub hub;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
  }

  @AfterAll
  static void stop() {
    hub.close();
    JOURNAL.close();
    assertEquals(List.of(), JOURNAL.warnings(), "strangers fill the log");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage||",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000||",
        "\u0000\u0000\u0000\u0000||",
        "PATCH||",
        "GET /v1/boards||",
        "GET /v1/boards HTTP/1.1|Host 127.0.0.1||",
        "GET /v1/boards HTTP/1.1|Ho\u0000st: 127.0.0.1||",
        "GET /v1/boards HTTP/1.1|Host: 127\u0000.0.0.1||",
        "GET /v1/boards HTTP/1.1|Host: 127.0.0.1|X : y||",
        PATCH + "Content-Length: 15|Content-Length: 14||" + ACTIVE,
        PATCH + "Content-Length: -1||" + ACTIVE,
        PATCH + "Content-Length: +15||" + ACTIVE,
        PATCH + "Content-Length: 0x0f||" + ACTIVE,
        PATCH + "Content-Length: 99999999999999999999||" + ACTIVE,
        PATCH + "Content-Length: 15, 15, 14||" + ACTIVE,
        PATCH + "Transfer-Encoding: chunked|Content-Length: x||f|" + ACTIVE + "|0||",
      })
  void request_isNone(String text) {
    Optional<Answer> answer =
        Refused.nothingChangesBy(
            hub,
            () -> {
              try (RawHttp http = new RawHttp(hub.port())) {
                http.send(text.replace("|", "\r\n"));
                Optional<Answer> first = http.next(true);
                assertTrue(first.isEmpty() || http.ends(), "goes on after " + first);
                return first;
              }
            });
    answer.orElseThrow().problem(400, "malformed");
  }

  /** The framework answers these before the hub sees them. */
  @ParameterizedTest
  @ValueSource(strings = {"GET /v1/boards HTTP/9.9||", "PATCH /v1/boards JUNK/1.1||"})
  void request_ofAnotherVersion(String text) {
    try (RawHttp http = new RawHttp(hub.port())) {
      http.send(text.replace("|", "\r\n"));
      assertEquals("", http.answer().expect(501).body());
      assertTrue(http.ends());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PATCH + "Transfer-Encoding: chunked||zz|" + ACTIVE + "|0||",
        PATCH + "Transfer-Encoding: chunked||-f|" + ACTIVE + "|0||",
        PATCH + "Transfer-Encoding: chunked||fffffffffffffffff|" + ACTIVE + "|0||",
        PATCH + "Transfer-Encoding: chunked||f|" + ACTIVE + "x|0||",
      })
  void body_brokenChunks(String text) {
    Optional<Answer> answer =
        Refused.nothingChangesBy(
            hub,
            () -> {
              try (RawHttp http = new RawHttp(hub.port())) {
                http.send(text.replace("|", "\r\n"));
                return http.next(true);
              }
            });
    answer.ifPresent(refusal -> refusal.problem(400, "malformed"));
  }

  /** The rest of a request behind another's body must not be taken for a request of its own. */
  @Test
  void request_smuggled() {
    String inner = "POST /v1/boards/yard/parts/out1/toggle HTTP/1.1|Host: 127.0.0.1||";
    String text = PATCH + "Content-Length: 5|Transfer-Encoding: chunked||0||" + inner;
    try (RawHttp http = new RawHttp(hub.port())) {
      Refused.nothingChangesBy(
          hub,
          () -> {
            http.send(text.replace("|", "\r\n"));
            return http.next(true);
          });
    }
  }

  @Test
  void request_cutShort() {
    Refused.nothingChangesBy(
        hub,
        () -> {
          try (RawHttp http = new RawHttp(hub.port())) {
            http.send(PATCH.replace("|", "\r\n") + "Content-Length: 100\r\n\r\n" + ACTIVE);
            http.connection().endSending();
            return http.ends();
          }
        });
    hub.ask(Ask.get("/health/live")).expect(200);
  }

  @Test
  void request_http10() {
    try (RawHttp http = new RawHttp(hub.port())) {
      http.send("GET /v1/boards/toggle HTTP/1.0\r\n\r\n");
      Answer answer = http.answer();
      assertEquals("test", answer.expect(200).json().at("kind").text());
      assertFalse(answer.headers().containsKey("transfer-encoding"));
      assertTrue(http.ends());
    }
  }

  @Test
  void request_http10WithoutHostMayNotCommand() {
    String text = "POST /v1/boards/yard/parts/out1/toggle HTTP/1.0\r\n\r\n";
    Answer answer =
        Refused.nothingChangesBy(
            hub,
            () -> {
              try (RawHttp http = new RawHttp(hub.port())) {
                http.send(text);
                return http.answer();
              }
            });
    answer.problem(403, "unknown-host");
  }

  @Test
  void request_http10KeptAlive() {
    try (RawHttp http = new RawHttp(hub.port())) {
      http.send("GET /health/live HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
      http.answer().expect(200);
      http.send("GET /health/ready HTTP/1.0\r\n\r\n");
      http.answer().expect(200);
      assertTrue(http.ends());
    }
  }

  @Test
  void request_asksToGoOnFirst() {
    Ask ask = Ask.patch("/v1/boards/yard/parts/out2", ACTIVE).header("Expect", "100-continue");
    try (RawHttp http = new RawHttp(hub.port())) {
      http.send(ask.head());
      http.answer().expect(100);
      http.send(ask.body());
      assertTrue(http.answer().expect(200).json().at("active").flag());
    }
  }

  @Test
  void request_asksToGoOnWithTooMuch() {
    Ask ask =
        Ask.of("PATCH", "/v1/boards/yard/parts/out2")
            .header("Content-Type", "application/json")
            .header("Content-Length", "5000000")
            .header("Expect", "100-continue");
    try (RawHttp http = new RawHttp(hub.port())) {
      Answer answer = Refused.nothingChangesBy(hub, () -> pastContinue(http, ask));
      answer.problem(413, "too-large");
      assertTrue(http.ends());
    }
  }

  private static Answer pastContinue(RawHttp http, Ask ask) {
    http.send(ask.head());
    Answer first = http.answer();
    return first.status() == 100 ? http.answer() : first;
  }

  @Test
  void requests_pipelined() {
    Ask toggle = Ask.of("POST", "/v1/boards/yard/parts/out3/toggle");
    long before = hub.state().sequence();
    try (RawHttp http = new RawHttp(hub.port())) {
      http.send(toggle.text().repeat(20) + Ask.get("/v1/boards/yard/parts/out3").text());
      for (int i = 0; i < 20; i++) {
        assertEquals(i % 2 == 0, http.answer().expect(200).json().at("active").flag());
      }
      assertFalse(http.answer().expect(200).json().at("active").flag());
    }
    assertEquals(before + 20, hub.state().sequence());
  }

  @Test
  void requests_pipelinedBehindARefusal() {
    try (RawHttp http = new RawHttp(hub.port())) {
      Ask wrong = Ask.patch("/v1/boards/yard/parts/out3", "{");
      http.send(wrong.text() + Ask.get("/health/live").text() + Ask.get("/nothing").text());
      http.answer().problem(400, "malformed");
      http.answer().expect(200);
      http.answer().problem(404, "not-found");
    }
  }

  @Test
  void request_byteByByte() {
    Ask ask = Ask.patch("/v1/boards/yard/parts/out4", ACTIVE);
    try (RawHttp http = new RawHttp(hub.port())) {
      ask.text().chars().forEach(c -> http.send(String.valueOf((char) c)));
      assertTrue(http.answer().expect(200).json().at("active").flag());
    }
  }

  @Test
  void request_absoluteUrl() {
    Ask ask = Ask.get("http://127.0.0.1/v1/boards/toggle");
    assertEquals("toggle", hub.ask(ask).expect(200).json().at("name").text());
  }
}
