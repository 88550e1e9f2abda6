package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A request that never ends, and a connection that never asks: the hub ends them. */
final class SlowRequestTest {
  private static final String BODY = "Content-Type: application/json\r\nContent-Length: 100\r\n";

  private static final List<String> BEGINNINGS =
      List.of(
          "",
          "G",
          "GET /v1/boards HTTP/1.1\r\n",
          "GET /v1/boards HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
          Ask.of("PATCH", "/v1/boards/yard/parts/out1").head(),
          "PATCH /v1/boards/yard/parts/out1 HTTP/1.1\r\nHost: 127.0.0.1\r\n" + BODY + "\r\n{",
          "POST /v1/commands HTTP/1.1\r\nHost: 127.0.0.1\r\n" + BODY + "\r\n[",
          "POST /v1/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n" + BODY + "\r\n[",
          "GET /v1/stream?every=x HTTP/1.1\r\nHost: 127.0.0.1\r\n" + BODY + "\r\n[",
          "POST /nothing HTTP/1.1\r\nHost: 127.0.0.1\r\n" + BODY + "\r\n[",
          Ask.of("PATCH", "/v1/boards/yard/parts/out1")
              .header("Content-Type", "application/json")
              .header("Transfer-Encoding", "chunked")
              .body("1\r\n{\r\n")
              .text(),
          Ask.get("/v1/stream").header("Upgrade", "websocket").head(),
          RawWebSocket.handshake("").header("Content-Length", "100").head(),
          RawWebSocket.handshake("").without("Sec-WebSocket-Key").head(),
          RawWebSocket.handshake("").without("Sec-WebSocket-Version").head(),
          RawWebSocket.handshake("").header("Sec-WebSocket-Version", "99").head());

  @Test
  void request_neverEnds() {
    Limits limits = new Limits(100, 100, 100, Duration.ofSeconds(1));
    try (ServedHub hub = new ServedHub(ServedHub.settings(limits))) {
      Refused.nothingChangesBy(
          hub,
          () -> {
            List<RawHttp> slow = new ArrayList<>();
            for (String beginning : BEGINNINGS) {
              RawHttp http = new RawHttp(hub.port());
              http.send(beginning);
              slow.add(http);
            }
            slow.add(silentAfterAnAnswer(hub));
            try (Together together = new Together()) {
              slow.forEach(http -> together.begin(() -> ends(http, slow.indexOf(http))));
              together.join();
            }
            return slow;
          });
    }
  }

  private static RawHttp silentAfterAnAnswer(ServedHub hub) {
    RawHttp http = new RawHttp(hub.port());
    http.ask(Ask.get("/v1/boards")).expect(200);
    return http;
  }

  /** The hub may answer that it has enough of it, but has to end the connection. */
  private static void ends(RawHttp http, int which) {
    try (http) {
      http.next(true).ifPresent(answer -> assertTrue(answer.status() >= 400, answer::toString));
      assertTrue(http.ends(), "connection " + which + " goes on");
    } catch (UncheckedIOException late) {
      throw new AssertionError("connection " + which + " goes on", late);
    }
  }

  @Test
  void stream_isNoSlowRequest() {
    Limits limits = new Limits(100, 100, 100, Duration.ofSeconds(1));
    try (ServedHub hub = new ServedHub(ServedHub.quickHeart(limits));
        Following sse = Transport.SSE.follow(hub, "");
        RawWebSocket socket = new RawWebSocket(hub, RawWebSocket.handshake("?boards=counter"))) {
      for (int i = 0; i < 3; i++) {
        sse.next("id");
        socket.nextControl();
        socket.send(Frame.of(Frame.PONG, ""));
      }
      hub.count(1);
      sse.next("change");
      socket.next("change");
    }
  }
}
