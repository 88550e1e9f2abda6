package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that only reads. */
final class ReadingTest {
  private static final String OUT1 = "/v1/boards/yard/parts/out1";
  private static final String OUT2 = "/v1/boards/yard/parts/out2";

  private static ServedHub hub;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void boards_wholeState() {
    Answer answer = hub.ask(Ask.get("/v1/boards")).expect(200);
    Doc state = answer.json();
    assertEquals("Test hub", state.at("hub").text());
    assertEquals(hub.id(), state.at("id").text());
    assertEquals('"' + hub.id() + '"', answer.etag());
    assertEquals(hub.truth(), state.at("boards"));
    assertTrue(
        state.at("boards").value() instanceof Map<?, ?> map
            && List.copyOf(map.keySet()).equals(List.of("counter", "toggle", "yard", "far")));
  }

  @Test
  void boards_idIsEpochAndSequence() {
    String id = hub.ask(Ask.get("/v1/boards")).json().at("id").text();
    assertTrue(id.matches("[0-9a-z]{13}\\.\\d+"), id);
    hub.ask(Ask.of("POST", OUT1 + "/toggle")).expect(200);
    String next = hub.ask(Ask.get("/v1/boards")).json().at("id").text();
    String[] before = id.split("\\.", 2);
    String[] after = next.split("\\.", 2);
    assertEquals(before[0], after[0]);
    assertEquals(Long.parseLong(before[1]) + 1, Long.parseLong(after[1]));
  }

  @Test
  void board_ofItsParts() {
    Doc board = hub.ask(Ask.get("/v1/boards/yard")).expect(200).json();
    assertEquals("yard", board.at("name").text());
    assertEquals("test", board.at("kind").text());
    assertTrue(board.at("online").flag());
    assertEquals(hub.truth().at("yard"), board);
  }

  @Test
  void part_whole() {
    Doc part = hub.ask(Ask.get("/v1/boards/yard/parts/out8")).expect(200).json();
    assertEquals("output", part.at("kind").text());
    assertEquals("Output 8", part.at("name").text());
    assertEquals(8, part.at("pin").number());
    assertFalse(part.at("active").flag());
    assertEquals(100, part.at("brightness").number());
    assertEquals(0, part.at("blink").number());
  }

  @Test
  void etag_isTheLastChangeOfWhatItStandsFor() {
    String out1 = hub.ask(Ask.get(OUT1)).etag();
    String out2 = hub.ask(Ask.get(OUT2)).etag();
    String yard = hub.ask(Ask.get("/v1/boards/yard")).etag();
    String far = hub.ask(Ask.get("/v1/boards/far")).etag();
    Answer toggled = hub.ask(Ask.of("POST", OUT1 + "/toggle")).expect(200);
    String now = '"' + hub.id() + '"';
    assertNotEquals(out1, now);
    assertEquals(now, toggled.etag());
    assertEquals(now, hub.ask(Ask.get(OUT1)).etag());
    assertEquals(out2, hub.ask(Ask.get(OUT2)).etag());
    assertNotEquals(yard, now);
    assertEquals(now, hub.ask(Ask.get("/v1/boards/yard")).etag());
    assertEquals(far, hub.ask(Ask.get("/v1/boards/far")).etag());
    assertEquals(now, hub.ask(Ask.get("/v1/boards")).etag());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/boards", "/v1/boards/yard", "/v1/boards/yard/parts/out1"})
  void ifNoneMatch_known(String path) {
    Answer first = hub.ask(Ask.get(path)).expect(200);
    assertEquals(Optional.of("Accept"), first.header("vary"));
    for (String tag :
        new String[] {
          first.etag(), "W/" + first.etag(), "\"other\", " + first.etag(), "*", "x," + first.etag()
        }) {
      Answer again = hub.ask(Ask.get(path).header("If-None-Match", tag)).expect(304);
      assertEquals("", again.body());
      assertEquals(first.etag(), again.etag());
      assertEquals(Optional.of("Accept"), again.header("vary"));
      assertEquals(first.header("cache-control"), again.header("cache-control"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/boards", "/v1/boards/yard", "/v1/boards/yard/parts/out1"})
  void ifNoneMatch_changed(String path) {
    String old = hub.ask(Ask.get(path)).expect(200).etag();
    hub.ask(Ask.of("POST", OUT1 + "/toggle")).expect(200);
    Answer now = hub.ask(Ask.get(path).header("If-None-Match", old)).expect(200);
    assertNotEquals(old, now.etag());
    hub.ask(Ask.get(path).header("If-None-Match", "\"x.1\"")).expect(200);
    hub.ask(Ask.get(path).header("If-None-Match", "")).expect(200);
  }

  @Test
  void answer_afterA304OnTheSameConnection() {
    try (RawHttp http = new RawHttp(hub.port())) {
      String tag = http.ask(Ask.get(OUT1)).etag();
      http.ask(Ask.get(OUT1).header("If-None-Match", tag)).expect(304);
      http.ask(Ask.get(OUT1)).expect(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/boards",
        "/v1/boards/yard",
        "/v1/boards/yard/parts/out1",
        "/v1/schema",
        "/health/live",
        "/health/ready",
        "/nothing"
      })
  void head_asGetWithoutBody(String path) {
    try (RawHttp http = new RawHttp(hub.port())) {
      Answer get = http.ask(Ask.get(path));
      Answer head = http.ask(Ask.of("HEAD", path));
      assertEquals(get.status(), head.status());
      assertEquals(get.headers(), head.headers());
      assertEquals(
          Optional.of(Integer.toString(get.body().getBytes(StandardCharsets.UTF_8).length)),
          head.header("content-length"));
      http.ask(Ask.get("/health/live")).expect(200);
    }
  }

  @Test
  void schema_ofEveryKind() {
    Doc kinds = hub.ask(Ask.get("/v1/schema")).expect(200).json().at("kinds");
    Schemas.all()
        .forEach(schema -> {
          Doc properties = kinds.at(schema.kind(), "properties");
          schema
              .properties()
              .forEach(property ->
                  assertEquals(
                      property.access().writable(),
                      properties.at(property.name(), "writable").flag(),
                      schema.kind() + "." + property.name()));
        });
    Doc brightness = kinds.at("output", "properties", "brightness");
    assertEquals("integer", brightness.at("type").text());
    assertEquals("%", brightness.at("unit").text());
    assertEquals(0, brightness.at("minimum").number());
    assertEquals(100, brightness.at("maximum").number());
    assertTrue(brightness.at("persistent").flag());
    assertEquals(40, kinds.at("output", "properties", "name", "maxLength").number());
    assertEquals(List.of(0L), kinds.at("output", "properties", "blink", "allows").items());
    assertEquals("simulated", kinds.at("switch", "properties", "pressed", "writableWhen").text());
    assertEquals(List.of("toggle"), kinds.at("chase", "actions").items());
    assertEquals(List.of("press"), kinds.at("button", "actions").items());
  }

  @Test
  void health_whileItServes() {
    assertEquals("live", hub.ask(Ask.get("/health/live")).expect(200).json().at("status").text());
    assertEquals("ready", hub.ask(Ask.get("/health/ready")).expect(200).json().at("status").text());
  }

  /** A page from elsewhere can send these, but not read the answers; nothing comes of them. */
  @Test
  void get_fromAnywhere() {
    Refused.nothingChangesBy(
        hub,
        () ->
            hub.ask(
                    Ask.get("/v1/boards")
                        .header("Host", "evil.example")
                        .header("Origin", "http://evil.example"))
                .expect(200));
  }

  @Test
  void answers_saySoWhenTheyAreNotToBeGuessed() {
    for (String path : new String[] {"/v1/boards", "/v1/schema", "/nothing"}) {
      assertEquals(Optional.of("nosniff"), hub.ask(Ask.get(path)).header("x-content-type-options"));
    }
  }
}
