package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.core.engine.RequestKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the hub against its own description: every address, every method, and every status that is
 * described for it and that a request can bring about.
 */
final class ApiAnswersTest {
  private static final String YARD = "/v1/boards/yard";
  private static final String OUT1 = YARD + "/parts/out1";
  private static final String CHASE = "{\"kind\":\"chase\",\"members\":[\"out1\"]}";
  private static final String TOGGLE = "[{\"board\":\"yard\",\"part\":\"out1\",\"do\":\"toggle\"}]";

  /** What takes a defect, or more than a request; tested elsewhere. */
  private static final Set<Integer> ANYWHERE = Set.of(400, 414, 431, 500);

  private static ServedHub hub;
  private static ApiContract contract;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
    contract = new ApiContract(hub);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  /** One request for each command, which the hub accepts. */
  private static List<Ask> commands() {
    return List.of(
        Ask.patch(YARD, "{\"name\":\"Yard\"}"),
        Ask.patch(OUT1, "{\"brightness\":7}"),
        Ask.post(YARD + "/parts", CHASE),
        Ask.of("DELETE", YARD + "/parts/chase1"),
        Ask.of("POST", OUT1 + "/toggle"),
        Ask.of("POST", YARD + "/reset"),
        Ask.post("/v1/commands", TOGGLE));
  }

  /** The same, but for something that is not there. */
  private static List<Ask> ofStrangers() {
    return List.of(
        Ask.patch("/v1/boards/none", "{\"name\":\"Yard\"}"),
        Ask.patch(YARD + "/parts/none", "{\"brightness\":7}"),
        Ask.post("/v1/boards/none/parts", CHASE),
        Ask.of("DELETE", YARD + "/parts/none"),
        Ask.of("POST", YARD + "/parts/none/toggle"),
        Ask.of("POST", "/v1/boards/none/reset"),
        Ask.post("/v1/commands", TOGGLE.replace("yard", "none")));
  }

  /** The same, but with what can't be. */
  private static List<Ask> ofWrongContent() {
    return List.of(
        Ask.patch(YARD, "{\"name\":\"\"}"),
        Ask.patch(OUT1, "{\"brightness\":101}"),
        Ask.post(YARD + "/parts", "{\"kind\":\"teapot\"}"),
        Ask.of("DELETE", OUT1),
        Ask.of("POST", OUT1 + "/press"),
        Ask.post("/v1/commands", TOGGLE.replace("toggle", "press")));
  }

  private static void expect(ServedHub served, int status, Ask ask) {
    contract.ask(served, ask).expect(status);
  }

  private static void readings() {
    for (ApiRoute route : ApiRoute.values()) {
      String path = route.template().replace("{board}", "yard").replace("{part}", "out1");
      if (route.allowed().startsWith("GET, HEAD")) {
        Answer answer = contract.ask(hub, Ask.get(path)).expect(200);
        expect(hub, 200, Ask.get(path).header("Accept", "application/cbor"));
        expect(hub, 200, Ask.of("HEAD", path));
        answer
            .header("etag")
            .ifPresent(tag -> {
              expect(hub, 304, Ask.get(path).header("If-None-Match", tag));
              expect(hub, 304, Ask.of("HEAD", path).header("If-None-Match", tag));
            });
      }
    }
    for (String method : List.of("GET", "HEAD")) {
      expect(hub, 404, Ask.of(method, "/v1/boards/none"));
      expect(hub, 404, Ask.of(method, YARD + "/parts/none"));
    }
    expect(hub, 200, Ask.get("/metrics").header("Accept", "application/openmetrics-text"));
    expect(hub, 404, Ask.get("/v1/stream?boards=none"));
    expect(hub, 400, Ask.get("/v1/stream?every=often"));
  }

  private static void accepted() {
    expect(hub, 200, Ask.post("/v1/commands", TOGGLE).header("Accept", "application/cbor"));
    expect(hub, 200, Ask.of("POST", OUT1 + "/toggle").header("Accept", "application/cbor"));
    for (Ask ask : commands()) {
      int status = ask.path().endsWith("/parts") ? 201 : ask.method().equals("DELETE") ? 204 : 200;
      expect(hub, ask.path().endsWith("/reset") ? 204 : status, ask);
    }
  }

  private static void refused() {
    ofStrangers().forEach(ask -> expect(hub, 404, ask));
    ofStrangers().forEach(ask -> expect(hub, 404, ask.header("If-Match", "\"x\"")));
    ofStrangers().forEach(ask -> expect(hub, 404, ask.header("Accept", "application/cbor")));
    expect(hub, 201, Ask.post(YARD + "/parts", CHASE));
    ofWrongContent().forEach(ask -> expect(hub, 422, ask));
    String key = "k".repeat(RequestKey.LONGEST);
    for (Ask ask : commands()) {
      expect(hub, 403, ask.header("Origin", "https://evil.example"));
      expect(hub, 400, ask.header("Idempotency-Key", key + "k"));
      expect(hub, 412, ask.header("If-Match", "\"0000000000000.0\""));
      expect(hub, 413, ask.without("Content-Length").withBody(" ".repeat(Limits.BODY + 1)));
      if (!ask.body().isEmpty()) {
        expect(hub, 415, ask.header("Content-Type", "text/plain"));
      }
    }
    for (int i = 0; i < 3; i++) {
      expect(hub, 201, Ask.post(YARD + "/parts", CHASE.replace("out1", "out" + (2 + i))));
    }
    expect(hub, 409, Ask.post(YARD + "/parts", CHASE));
    expect(hub, 414, Ask.get("/v1/boards/" + "x".repeat(Limits.REQUEST_LINE)));
    expect(hub, 431, Ask.get("/v1/boards").header("X-Long", "x".repeat(Limits.HEADERS)));
  }

  private static void notNow() {
    Limits slow = new Limits(100, 1, 1, Duration.ofSeconds(15));
    try (ServedHub served = new ServedHub(ServedHub.settings(slow))) {
      Ask toggle = Ask.of("POST", OUT1 + "/toggle");
      // A burst is let through, and the rest counts for each event loop by itself.
      for (Ask ask : commands()) {
        Answer answer = contract.ask(served, toggle);
        while (answer.status() != 429) {
          answer = contract.ask(served, toggle);
        }
        untilTooFast(served, ask);
      }
      try (Following _ = Transport.SSE.follow(served, "")) {
        served.await("it follows", () -> served.server().activity().sseStreams() == 1);
        expect(served, 200, Ask.get("/v1/stream"));
      }
      served.stopEngine();
      expect(served, 503, Ask.get("/health/live"));
      expect(served, 503, Ask.get("/health/ready"));
      expect(served, 503, Ask.of("HEAD", "/health/live"));
      expect(served, 503, Ask.of("HEAD", "/health/ready"));
    }
    try (ServedHub served = new ServedHub(ServedHub.settings(ServedHub.generous()))) {
      served.stopEngine();
      commands().forEach(ask -> expect(served, 503, ask));
    }
  }

  private static void untilTooFast(ServedHub served, Ask ask) {
    for (int i = 0; i < 100; i++) {
      if (contract.ask(served, ask).status() == 429) {
        return;
      }
    }
    throw new AssertionError("never too fast: " + ask);
  }

  @Test
  void answers_areWhatIsDescribed_andNothingMoreIsDescribed() {
    readings();
    accepted();
    refused();
    notNow();
    List<String> never = new ArrayList<>();
    for (String described : contract.described()) {
      int status = Integer.parseInt(described.substring(described.lastIndexOf(' ') + 1));
      if (!contract.seen().contains(described) && !ANYWHERE.contains(status)) {
        never.add(described);
      }
    }
    assertEquals(List.of(), never);
    Set<Integer> statuses = new TreeSet<>();
    contract.seen().forEach(seen -> statuses.add(Integer.parseInt(seen.replaceAll(".* ", ""))));
    assertEquals(
        Set.of(200, 201, 204, 304, 400, 403, 404, 409, 412, 413, 414, 415, 422, 429, 431, 503),
        statuses);
  }
}
