package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.stream.StreamId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Coming back with an id: what a client is told then, over both transports. */
final class ResumeTest {
  private static final int LOG = 32;

  private static ServedHub hub;

  private long start;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()), LOG);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @BeforeEach
  void reset() {
    start = hub.reset();
  }

  private static void toggle(String part) {
    hub.ask(Ask.of("POST", "/v1/boards/yard/parts/" + part + "/toggle")).expect(200);
  }

  private static void make(String member) {
    String body = "{\"kind\":\"chase\",\"members\":[\"" + member + "\"]}";
    hub.ask(Ask.post("/v1/boards/yard/parts", body)).expect(201);
  }

  private static void remove(String part) {
    hub.ask(Ask.of("DELETE", "/v1/boards/yard/parts/" + part)).expect(204);
  }

  private static Following resume(Transport transport, String query, String id) {
    Following stream = transport.follow(hub, query, Optional.of(id));
    stream.next().expect(transport == Transport.SSE ? "retry" : "hello");
    return stream;
  }

  @ParameterizedTest
  @EnumSource
  void resume_nothingNew(Transport transport) {
    toggle("out1");
    for (String query : new String[] {"", "?every=true", "?boards=far"}) {
      try (Following stream = resume(transport, query, hub.id())) {
        assertEquals(Optional.of(hub.id()), stream.next().expect("id").id());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void resume_nothingOfInterest(Transport transport) {
    String id = hub.id();
    toggle("out1");
    for (String query : new String[] {"?boards=far", "?parts=out2", "?boards=far&every=true"}) {
      try (Following stream = resume(transport, query, id)) {
        assertEquals(Optional.of(hub.id()), stream.next().expect("id").id());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void latest_eachPartThatChangedOnce(Transport transport) {
    String id = hub.id();
    toggle("out1");
    toggle("out2");
    toggle("out1");
    toggle("out3");
    hub.ask(Ask.patch("/v1/boards/yard", "{\"name\":\"Garden\"}")).expect(200);
    try (Following stream = resume(transport, "", id)) {
      for (String part : new String[] {"out2", "out1", "out3"}) {
        Told change = stream.next().expect("change");
        assertEquals(part, change.data().at("part").text());
        assertEquals("output", change.data().at("put", "kind").text());
        assertEquals(Optional.empty(), change.id());
      }
      Told board = stream.next().expect("change");
      assertTrue(board.data().at("part").isMissing());
      assertEquals("Garden", board.data().at("set", "name").text());
      assertEquals(Optional.of(hub.id()), board.id());
      toggle("out1");
      Told live = stream.next().expect("change");
      assertEquals(Optional.of(hub.id()), live.id());
      assertTrue(live.data().at("put").isMissing());
    }
  }

  @ParameterizedTest
  @EnumSource
  void latest_partsMadeAndRemoved(Transport transport) {
    make("out1");
    String id = hub.id();
    make("out2");
    remove("chase1");
    make("out3");
    remove("chase1");
    make("out4");
    remove("chase2");
    try (Following stream = resume(transport, "?boards=yard", id)) {
      Doc put = stream.next().expect("change").data();
      assertEquals("chase1", put.at("part").text());
      assertEquals(List.of("out4"), put.at("put", "members").items());
      Told gone = stream.next().expect("change");
      assertEquals("chase2", gone.data().at("part").text());
      assertTrue(gone.data().at("gone").flag());
      assertEquals(Optional.of(hub.id()), gone.id());
    }
  }

  @ParameterizedTest
  @EnumSource
  void latest_partFilter(Transport transport) {
    String id = hub.id();
    toggle("out1");
    make("out2");
    toggle("out3");
    try (Following stream = resume(transport, "?parts=chase*", id)) {
      Told only = stream.next().expect("change");
      assertEquals("chase1", only.data().at("part").text());
      assertEquals(Optional.of(hub.id()), only.id());
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_eachChangeOnce(Transport transport) {
    String id = hub.id();
    toggle("out1");
    toggle("out1");
    make("out2");
    remove("chase1");
    try (Following stream = resume(transport, "?every=true", id)) {
      for (String key : new String[] {"set", "set", "put", "gone"}) {
        Told change = stream.next().expect("change");
        assertEquals(++start, change.sequence());
        assertTrue(!change.data().at(key).isMissing(), change.toString());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_asFarAsTheLogReaches(Transport transport) {
    String before = hub.id();
    toggle("out1");
    String first = hub.id();
    for (int i = 1; i <= LOG; i++) {
      hub.count((int) start * 100 + i);
    }
    hub.settle();
    try (Following stream = resume(transport, "?every=true", first)) {
      for (int i = 1; i <= LOG; i++) {
        assertEquals(start + 1 + i, stream.next().expect("change").sequence());
      }
    }
    try (Following stream = resume(transport, "?every=true", before)) {
      startsAnew(stream, "too-old");
    }
    try (Following stream = resume(transport, "", before)) {
      assertEquals("out1", stream.next().expect("change").data().at("part").text());
      assertEquals("counter", stream.next().expect("change").data().at("part").text());
    }
  }

  private static void startsAnew(Following stream, String reason) {
    Told reset = stream.next().expect("reset");
    assertEquals(reason, reset.data().at("reason").text());
    assertTrue(reset.id().isEmpty());
    Told snapshot = stream.next().expect("snapshot");
    assertEquals(Optional.of(hub.id()), snapshot.id());
    assertEquals(hub.truth(), snapshot.data().at("boards"));
    toggle("out8");
    assertEquals(hub.id(), stream.next().expect("change").id().orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void reset_otherRunOfTheHub(Transport transport) {
    for (String id : new String[] {StreamId.epoch(5) + ".0", "0.1", "zzzzzzzzzzzzz.999"}) {
      try (Following stream = resume(transport, "", id)) {
        startsAnew(stream, "epoch");
      }
      try (Following stream = resume(transport, "?every=true", id)) {
        startsAnew(stream, "epoch");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void reset_idThatIsNone(Transport transport) {
    String epoch = hub.state().epoch();
    for (String id :
        new String[] {
          "",
          "x",
          epoch,
          epoch + ".",
          epoch + ".-1",
          epoch + ".01",
          epoch + ".1.2",
          epoch + ".99999999",
          epoch + ".99999999999999999999999999",
          epoch.toUpperCase(java.util.Locale.ROOT) + "_.1",
          "." + hub.state().sequence(),
          "%2e%2e",
          "9".repeat(3_000)
        }) {
      try (Following stream = resume(transport, "", id)) {
        startsAnew(stream, "malformed-id");
      }
      try (Following stream = resume(transport, "?every=true", id)) {
        startsAnew(stream, "malformed-id");
      }
    }
  }

  @Test
  void resume_byWebSocketMessage() {
    String id = hub.id();
    toggle("out1");
    try (RawWebSocket socket = RawWebSocket.greeted(hub)) {
      Told change = socket.ask("{'subscribe':{'since':'" + id + "'}}").expect("change");
      assertEquals("out1", change.data().at("part").text());
      assertEquals(Optional.of(hub.id()), change.id());
      Told same = socket.ask("{'subscribe':{'since':'" + hub.id() + "','every':true}}");
      assertEquals(Optional.of(hub.id()), same.expect("id").id());
      Told reset = socket.ask("{'subscribe':{'since':'nonsense'}}").expect("reset");
      assertEquals("malformed-id", reset.data().at("reason").text());
      assertEquals(hub.truth(), socket.next().expect("snapshot").data().at("boards"));
    }
  }
}
