package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command of the protocol's table, as a request of its own. */
final class CommandingTest {
  private static final String YARD = "/v1/boards/yard";
  private static final String OUT1 = YARD + "/parts/out1";
  private static final String PARTS = YARD + "/parts";

  private static ServedHub hub;
  private static RawHttp http;

  private long start;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
    http = new RawHttp(hub.port());
  }

  @AfterAll
  static void stop() {
    http.close();
    hub.close();
  }

  @BeforeEach
  void reset() {
    start = hub.reset();
  }

  private static String chase(String... members) {
    return "{\"kind\":\"chase\",\"members\":[\"" + String.join("\",\"", members) + "\"]}";
  }

  /** How many changes the test made so far. */
  private long changes() {
    return hub.state().sequence() - start;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/merge-patch+json",
        "Application/JSON; charset=utf-8",
        "application/merge-patch+json;charset=UTF-8"
      })
  void patchPart_setsTogether(String type) {
    Ask ask = Ask.patch(OUT1, "{\"active\":true,\"brightness\":80,\"blink\":250}");
    Answer answer = http.ask(ask.header("Content-Type", type)).expect(200);
    assertEquals(1, changes());
    assertEquals('"' + hub.id() + '"', answer.etag());
    Doc part = answer.json();
    assertTrue(part.at("active").flag());
    assertEquals(80, part.at("brightness").number());
    assertEquals(250, part.at("blink").number());
    assertTrue(part.at("since").number() > 1_600_000_000_000L);
    assertEquals(hub.truth().at("yard", "parts", "out1"), part);
  }

  @Test
  void patchPart_changesNothing() {
    Doc before = http.ask(Ask.get(OUT1)).json();
    for (String body : new String[] {"{}", "{\"active\":false}", "{\"brightness\":100.0}"}) {
      Doc same = Refused.nothingChangesBy(hub, () -> http.ask(Ask.patch(OUT1, body)).json());
      assertEquals(before, same);
    }
  }

  @Test
  void patchBoard_renames() {
    Doc board = http.ask(Ask.patch(YARD, "{\"name\":\"Garden\"}")).expect(200).json();
    assertEquals("Garden", board.at("name").text());
    assertEquals(hub.truth().at("yard"), board);
    assertEquals(1, changes());
  }

  @Test
  void toggle_everyKindThatCan() {
    http.ask(Ask.post(PARTS, chase("out1"))).expect(201);
    for (String what : new String[] {"yard/parts/out2:active", "toggle/parts/led:lit"}) {
      String[] halves = what.split(":", 2);
      String path = "/v1/boards/" + halves[0] + "/toggle";
      assertTrue(http.ask(Ask.of("POST", path)).expect(200).json().at(halves[1]).flag());
      assertFalse(http.ask(Ask.of("POST", path)).expect(200).json().at(halves[1]).flag());
    }
    Ask chase = Ask.of("POST", PARTS + "/chase1/toggle");
    assertFalse(http.ask(chase).expect(200).json().at("running").flag());
    assertTrue(http.ask(chase).expect(200).json().at("running").flag());
  }

  @Test
  void toggle_withABodyNobodyReads() {
    Ask ask = Ask.of("POST", OUT1 + "/toggle").withBody("not { JSON");
    assertTrue(http.ask(ask).expect(200).json().at("active").flag());
  }

  @Test
  void press_reachesTheDriver() {
    Ask ask = Ask.of("POST", "/v1/boards/toggle/parts/switch/press");
    Doc part = http.ask(ask).expect(200).json();
    assertEquals("switch", part.at("kind").text());
    assertEquals(List.of("switch"), hub.pressed());
  }

  @Test
  void make_lowestFreeNumber() {
    Answer first = http.ask(Ask.post(PARTS, chase("out1", "out2"))).expect(201);
    assertEquals(Optional.of(PARTS + "/chase1"), first.header("location"));
    assertEquals('"' + hub.id() + '"', first.etag());
    assertEquals("Group 1", first.json().at("name").text());
    assertEquals(List.of("out1", "out2"), first.json().at("members").items());
    assertEquals(300, first.json().at("interval").number());
    http.ask(Ask.post(PARTS, chase("out3"))).expect(201);
    http.ask(Ask.post(PARTS, chase("out4"))).expect(201);
    http.ask(Ask.of("DELETE", PARTS + "/chase2")).expect(204);
    Answer again = http.ask(Ask.post(PARTS, chase("out5"))).expect(201);
    assertEquals(Optional.of(PARTS + "/chase2"), again.header("location"));
    assertEquals(again.json(), http.ask(Ask.get(PARTS + "/chase2")).expect(200).json());
  }

  @Test
  void make_withNameAndInterval() {
    String body =
        "{\"name\":\"Runway\",\"kind\":\"chase\",\"members\":[\"out4\",\"out5\"],\"interval\":40}";
    Doc made = http.ask(Ask.post(PARTS, body)).expect(201).json();
    assertEquals("Runway", made.at("name").text());
    assertEquals(40, made.at("interval").number());
    assertTrue(made.at("running").flag());
  }

  @Test
  void make_takesMembersFromOthers() {
    http.ask(Ask.post(PARTS, chase("out1", "out2"))).expect(201);
    http.ask(Ask.post(PARTS, chase("out2"))).expect(201);
    assertEquals(3, changes());
    Doc first = http.ask(Ask.get(PARTS + "/chase1")).json();
    assertEquals(List.of("out1"), first.at("members").items());
  }

  @Test
  void remove_isGone() {
    http.ask(Ask.post(PARTS, chase("out1"))).expect(201);
    Answer gone = http.ask(Ask.of("DELETE", PARTS + "/chase1")).expect(204);
    assertEquals("", gone.body());
    http.ask(Ask.get(PARTS + "/chase1")).problem(404, "not-found");
    http.ask(Ask.of("DELETE", PARTS + "/chase1")).problem(404, "not-found");
    assertEquals(2, changes());
  }

  @Test
  void reset_forgetsSettings() {
    Doc before = hub.truth().at("yard");
    http.ask(Ask.patch(OUT1, "{\"brightness\":5,\"name\":\"Lamp\"}")).expect(200);
    http.ask(Ask.patch(YARD, "{\"name\":\"Garden\"}")).expect(200);
    http.ask(Ask.post(PARTS, chase("out1"))).expect(201);
    assertEquals("", http.ask(Ask.of("POST", YARD + "/reset")).expect(204).body());
    assertEquals(before, hub.truth().at("yard"));
  }

  @Test
  void counter_setToEitherEnd() {
    String path = "/v1/boards/counter/parts/counter";
    for (int value : new int[] {Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE}) {
      Doc part = http.ask(Ask.patch(path, "{\"value\":" + value + "}")).expect(200).json();
      assertEquals(value, part.at("value").number());
    }
  }

  @Test
  void ifMatch_onWhatIsMadeOrReset() {
    String before = http.ask(Ask.get(YARD)).etag();
    http.ask(Ask.of("POST", OUT1 + "/toggle")).expect(200);
    Ask make = Ask.post(PARTS, chase("out1")).header("If-Match", before);
    Refused.nothingChangesBy(hub, () -> http.ask(make)).problem(412, "changed-since");
    String now = http.ask(Ask.get(YARD)).etag();
    http.ask(make.header("If-Match", now)).expect(201);
  }

  @Test
  void commands_reachEveryFollower() {
    try (Following sse = Transport.SSE.follow(hub, "")) {
      sse.next("snapshot");
      http.ask(Ask.patch(OUT1, "{\"active\":true}")).expect(200);
      Doc change = sse.next("change").data();
      assertEquals("out1", change.at("part").text());
      assertTrue(change.at("set", "active").flag());
      assertEquals(change.at("at").number(), change.at("set", "since").number());
      assertTrue(change.at("set", "brightness").isMissing());
    }
  }
}
