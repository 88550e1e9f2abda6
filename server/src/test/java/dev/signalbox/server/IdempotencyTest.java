package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A command that comes twice under one key is carried out once. */
final class IdempotencyTest {
  private static final String OUT1 = "/v1/boards/yard/parts/out1";
  private static final Ask TOGGLE = Ask.of("POST", OUT1 + "/toggle");

  private static ServedHub hub;
  private long start;
  private Ask toggle = TOGGLE;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @BeforeEach
  void reset() {
    start = hub.reset();
    toggle = TOGGLE.header("Idempotency-Key", "toggle-" + start);
  }

  /** How many changes the test made so far. */
  private long changes() {
    return hub.state().sequence() - start;
  }

  @Test
  void key_sameConnectionAndAnother() {
    try (RawHttp http = new RawHttp(hub.port())) {
      Answer first = http.ask(toggle).expect(200);
      assertTrue(first.json().at("active").flag());
      assertEquals(first, http.ask(toggle));
      hub.ask(Ask.patch(OUT1, "{\"brightness\":9}")).expect(200);
      for (int i = 0; i < 10; i++) {
        assertEquals(first, hub.ask(toggle));
      }
    }
    assertEquals(2, changes());
  }

  @Test
  void key_answerLostWithTheConnection() {
    RawHttp lost = new RawHttp(hub.port());
    lost.send(toggle.text());
    hub.await("the command is carried out", () -> hub.state().sequence() == start + 1);
    lost.connection().cut();
    assertTrue(hub.ask(toggle).expect(200).json().at("active").flag());
    assertEquals(1, changes());
  }

  @Test
  void key_atTheSameTime() {
    try (RawHttp one = new RawHttp(hub.port());
        RawHttp other = new RawHttp(hub.port())) {
      for (int i = 0; i < 50; i++) {
        Ask ask = TOGGLE.header("Idempotency-Key", "both-" + i);
        one.send(ask.text());
        other.send(ask.text());
        assertEquals(one.answer().expect(200), other.answer());
      }
    }
    assertEquals(50, changes());
  }

  @Test
  void key_refusalsAreAnsweredTheSameToo() {
    Ask remove = Ask.of("DELETE", "/v1/boards/yard/parts/chase1").header("Idempotency-Key", "r");
    Doc first = Refused.ask(hub, remove, 404, "not-found");
    String chase = "{\"kind\":\"chase\",\"members\":[\"out1\"]}";
    hub.ask(Ask.post("/v1/boards/yard/parts", chase)).expect(201);
    assertEquals(first, Refused.ask(hub, remove, 404, "not-found"));
    hub.ask(remove.header("Idempotency-Key", "r2")).expect(204);
    hub.ask(remove.header("Idempotency-Key", "r2")).expect(204);
  }

  @Test
  void key_madeOnce() {
    String chase = "{\"kind\":\"chase\",\"members\":[\"out1\"]}";
    Ask make = Ask.post("/v1/boards/yard/parts", chase).header("Idempotency-Key", "make");
    Answer first = hub.ask(make).expect(201);
    assertEquals(first, hub.ask(make));
    assertEquals(1, changes());
    Ask other =
        Ask.post("/v1/boards/yard/parts", chase.replace("out1", "out2"))
            .header("Idempotency-Key", "make");
    Refused.ask(hub, other, 422, "key-reused");
  }

  @Test
  void key_forAnotherTargetIsAnother() {
    for (int i = 1; i <= 8; i++) {
      Ask ask = Ask.of("POST", "/v1/boards/yard/parts/out" + i + "/toggle");
      hub.ask(ask.header("Idempotency-Key", "same")).expect(200);
    }
    assertEquals(8, changes());
  }

  @Test
  void key_ofABatch() {
    String one = "{\"board\":\"yard\",\"part\":\"out1\",\"do\":\"toggle\"}";
    Ask batch = Ask.post("/v1/commands", "[" + one + "]").header("Idempotency-Key", "b");
    Answer first = hub.ask(batch).expect(200);
    assertEquals(first, hub.ask(batch));
    assertEquals(1, changes());
    Ask longer =
        Ask.post("/v1/commands", "[" + one + "," + one + "]").header("Idempotency-Key", "b");
    hub.ask(longer);
    assertEquals(first, hub.ask(batch));
  }

  @Test
  void key_longest() {
    Ask ask = TOGGLE.header("Idempotency-Key", "k".repeat(64));
    Answer first = hub.ask(ask).expect(200);
    assertEquals(first, hub.ask(ask));
    assertEquals(1, changes());
  }

  @Test
  void key_overRestAndWebSocket() {
    Answer first = hub.ask(toggle).expect(200);
    try (RawWebSocket socket = RawWebSocket.greeted(hub)) {
      Told result =
          socket.ask(
              "{'command':{'id':1,'board':'yard','part':'out1','do':'toggle','key':'toggle-"
                  + start
                  + "'}}");
      assertTrue(result.expect("result").data().at("accepted").flag());
      assertEquals(first.json(), result.data().at("part"));
    }
    assertEquals(1, changes());
  }
}
