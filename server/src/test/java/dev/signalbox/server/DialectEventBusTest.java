package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.server.DialectHub.Kind;
import dev.signalbox.server.DialectHub.Setup;
import dev.signalbox.server.DialectHub.Where;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each row of the event bus's table, over real sockets. */
final class DialectEventBusTest {
  private static final List<String> PLAIN =
      List.of("Content-Type: text/plain", "X-Content-Type-Options: nosniff");
  private static final String NOT_FOUND = "HTTP/1.1 404 Not Found";
  private static final String KEEP_ALIVE = "event: event\ndata: { \"TYPE\":\"KEEP-ALIVE\" }";
  private static final String EVENTS = "/rest/events/";

  private static String state(String sensor, int value, int before) {
    return "event: event\ndata: {\"TYPE\":\"STATE\", \"%s\":{\"state\":%d, \"prevState\":%d}}"
        .formatted(sensor, value, before);
  }

  private static String subscribe(DialectHub hub) {
    String url = hub.ask(Kind.BUS, Ask.get(EVENTS + "subscribe")).expect(200).body();
    return url.substring(url.indexOf(EVENTS));
  }

  @ParameterizedTest
  @EnumSource
  void subscribe_andListen(Where where) {
    try (DialectHub hub = new DialectHub()) {
      int port = hub.port(Kind.BUS, where);
      String me = "127.0.0.1:" + port;
      DialectAnswer.of(port, Ask.get(EVENTS + "subscribe").header("Host", me))
          .expect(
              "HTTP/1.1 200 OK",
              List.of(PLAIN.get(0), PLAIN.get(1), "Cache-Control: no-store"),
              "http://" + me + EVENTS + "0");
      try (DialectEvents events = new DialectEvents(port, EVENTS + "0")) {
        assertEquals(
            List.of(
                "HTTP/1.1 200 OK",
                "Content-Type: text/event-stream",
                "Cache-Control: no-cache",
                "Connection: keep-alive",
                "Access-Control-Allow-Origin: *"),
            events.head());
        hub.measure("a", 49_362);
        hub.measure("a", 17_664);
        hub.measure("b", 3);
        events.expect(
            state("sensorA", 49_362, 0), state("sensorA", 17_664, 49_362), state("sensorB", 3, 0));
      }
    }
  }

  @Test
  void channels_takenAndFreed() {
    Setup setup = Setup.clients(2).keepingAlive(Duration.ofMillis(300));
    try (DialectHub hub = new DialectHub(setup)) {
      try (DialectEvents first = hub.follow(Kind.BUS, subscribe(hub));
          DialectEvents second = hub.follow(Kind.BUS, subscribe(hub))) {
        DialectAnswer full = hub.ask(Kind.BUS, Ask.get(EVENTS + "subscribe")).expect(404);
        assertEquals(
            "Handle Not Found\n\nURI: /rest/events/subscribe\nMethod: GET\nArguments: 0\n",
            full.body());
        assertEquals("1", full.header("Retry-After").orElseThrow());
        first.expect(KEEP_ALIVE);
        second.expect(KEEP_ALIVE);
        first.cut();
        second.until(KEEP_ALIVE);
        hub.hub()
            .await(
                "the channel is free",
                () -> hub.ask(Kind.BUS, Ask.get(EVENTS + "subscribe")).status() == 200);
        hub.follow(Kind.BUS, EVENTS + "0").close();
      }
    }
  }

  @Test
  void listener_takesOver() {
    try (DialectHub hub = new DialectHub()) {
      String channel = subscribe(hub);
      try (DialectEvents first = hub.follow(Kind.BUS, channel)) {
        hub.measure("a", 1);
        first.expect(state("sensorA", 1, 0));
        try (DialectEvents second = hub.follow(Kind.BUS, channel)) {
          first.expectEnd();
          hub.measure("a", 2);
          second.expect(state("sensorA", 2, 1));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void notFound(Where where) {
    try (DialectHub hub = new DialectHub()) {
      int port = hub.port(Kind.BUS, where);
      DialectAnswer.of(port, Ask.get(EVENTS + "7?a=b"))
          .expect(
              NOT_FOUND,
              PLAIN,
              "Handle Not Found\n\nURI: /rest/events/7\nMethod: GET\nArguments: 1\n a: b\n");
      DialectAnswer.of(port, Ask.of("POST", EVENTS + "subscribe"))
          .expect(
              NOT_FOUND,
              PLAIN,
              "Handle Not Found\n\nURI: /rest/events/subscribe\nMethod: POST\nArguments: 0\n");
    }
  }

  @Test
  void notFound_anywhereOnItsOwnListener() {
    try (DialectHub hub = new DialectHub()) {
      for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
        hub.ask(Kind.BUS, Ask.of(method, "/x?a=b&c=%20d&e"))
            .expect(
                404,
                "Handle Not Found\n\nURI: /x\nMethod: POST\nArguments: 3\n a: b\n c:  d\n e: \n");
      }
      hub.ask(Kind.BUS, Ask.of("HEAD", "/x")).expect(404, "");
    }
  }

  @Test
  void page_onItsOwnListenerOnly() {
    try (DialectHub hub = new DialectHub()) {
      DialectAnswer page = hub.ask(Kind.BUS, Ask.get("/")).expect(200);
      assertTrue(page.body().contains("<html"), page.body());
      assertEquals(page.head(), hub.ask(Kind.BUS, Ask.of("HEAD", "/")).expect(200, "").head());
      DialectAnswer.of(hub.hub().port(), Ask.get("/")).expect(404);
    }
  }
}
