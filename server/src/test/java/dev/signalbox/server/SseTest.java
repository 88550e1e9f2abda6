package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is peculiar to the stream as Server-Sent Events. */
final class SseTest {
  private static final Ask STREAM = Ask.get("/v1/stream");

  private static ServedHub hub;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static SseBytes head(Following stream, SseBytes bytes) {
    while (!bytes.hasHead()) {
      assertTrue(stream.read(Integer.MAX_VALUE) > 0);
    }
    return bytes;
  }

  @Test
  void stream_headers() {
    SseBytes bytes = new SseBytes();
    RawConnection connection = new RawConnection(hub.port());
    try (Following stream = new Following(connection, bytes)) {
      connection.send(STREAM.text());
      head(stream, bytes);
      assertEquals("HTTP/1.1 200 OK", bytes.status());
      assertEquals("text/event-stream", bytes.headers().get("content-type"));
      assertEquals("no-store", bytes.headers().get("cache-control"));
      assertEquals("no", bytes.headers().get("x-accel-buffering"));
      assertEquals("nosniff", bytes.headers().get("x-content-type-options"));
      assertEquals("chunked", bytes.headers().get("transfer-encoding"));
      assertFalse(bytes.headers().containsKey("content-encoding"));
      assertFalse(bytes.headers().containsKey("content-length"));
    }
  }

  @Test
  void retry_isRandomWithinItsRange() {
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < 30; i++) {
      try (Following stream = Transport.SSE.follow(hub, "?boards=far")) {
        long retry = stream.next().expect("retry").data().number();
        assertTrue(retry >= 1_000 && retry <= 3_000, "retry " + retry);
        seen.add(retry);
      }
    }
    assertTrue(seen.size() > 10, seen.toString());
  }

  @Test
  void stream_byTheLetter() {
    try (RawConnection connection = new RawConnection(hub.port())) {
      connection.send("GET /v1/stream?boards=far HTTP/1.0\r\n\r\n");
      StringBuilder text = new StringBuilder();
      byte[] some = new byte[1_000];
      while (text.indexOf("event: snapshot") < 0 || !text.toString().endsWith("\n\n")) {
        int count = connection.read(some);
        assertTrue(count > 0, text.toString());
        text.append(new String(some, 0, count, java.nio.charset.StandardCharsets.UTF_8));
      }
      String body = text.substring(text.indexOf("\r\n\r\n") + 4);
      String id = hub.id();
      assertTrue(
          body.matches("retry: \\d{4}\n\nid: " + id + "\nevent: snapshot\ndata: \\{[^\n]*\\}\n\n"),
          body);
    }
  }

  @Test
  void http10_isNotChunkedAndEndsWithTheConnection() {
    SseBytes bytes = new SseBytes();
    RawConnection connection = new RawConnection(hub.port());
    try (Following stream = new Following(connection, bytes)) {
      connection.send("GET /v1/stream?boards=counter HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n");
      stream.next("snapshot");
      assertFalse(bytes.headers().containsKey("transfer-encoding"));
      hub.count(77);
      assertEquals(77, stream.next("change").data().at("set", "value").number());
    }
  }

  @Test
  void untrustedText_staysInItsField() {
    String name = "a\\u2028b: c\\\\ndata: x";
    try (Following stream = Transport.SSE.follow(hub, "?boards=yard")) {
      stream.next("snapshot");
      String body = "{\"name\":\"" + name + "\"}";
      hub.ask(Ask.patch("/v1/boards/yard/parts/out1", body)).expect(200);
      assertEquals("a\u2028b: c\\ndata: x", stream.next("change").data().at("set", "name").text());
      hub.ask(Ask.patch("/v1/boards/yard", "{\"name\":\"Yard\"}")).expect(200);
      assertEquals("Yard", stream.next("change").data().at("set", "name").text());
    }
  }

  @Test
  void unreadableAccept_isServedAllTheSame() {
    try (RawHttp http = new RawHttp(hub.port())) {
      http.send(STREAM.header("Accept", "text/html").header("Accept-Encoding", "gzip").text());
      assertFalse(http.ends());
    }
  }

  @Test
  void lastEventId_comesBeforeSince() {
    String old = hub.id();
    hub.count(hub.state().sequence() % 2 == 0 ? 1_001 : 1_002);
    String now = hub.id();
    assertNotEquals(old, now);
    try (Following stream = Transport.SSE.follow(hub, "?since=" + now, Optional.of(old))) {
      stream.next().expect("retry");
      assertEquals(Optional.of(now), stream.next().expect("change").id());
    }
    try (Following stream = Transport.SSE.follow(hub, "?since=" + old, Optional.of(now))) {
      stream.next().expect("retry");
      assertEquals(Optional.of(now), stream.next().expect("id").id());
    }
    try (Following stream = Transport.SSE.follow(hub, "?since=" + old)) {
      stream.next().expect("retry");
      assertEquals(Optional.of(now), stream.next().expect("change").id());
    }
  }

  @Test
  void streams_tooMany() {
    Limits limits = new Limits(100, 4, 100, Duration.ofSeconds(15));
    try (ServedHub small = new ServedHub(ServedHub.settings(limits))) {
      List<Following> open =
          List.of(
              Transport.SSE.follow(small, ""),
              Transport.WEB_SOCKET.follow(small, ""),
              Transport.SSE.follow(small, ""),
              Transport.WEB_SOCKET.follow(small, ""));
      open.forEach(stream -> stream.next("snapshot"));
      refusesAnother(small);
      refusesAnother(small);
      for (Following leaving : open) {
        leaving.close();
        small.await(
            "a place is free",
            () ->
                small.server().activity().sseStreams()
                        + small.server().activity().webSocketStreams()
                    < 4);
        Transport.SSE.follow(small, "").next("snapshot");
        refusesAnother(small);
      }
    }
  }

  private static void refusesAnother(ServedHub full) {
    try (RawHttp http = new RawHttp(full.port())) {
      Answer answer = http.ask(STREAM).expect(200);
      assertEquals(Optional.of("text/event-stream"), answer.header("content-type"));
      assertTrue(answer.body().matches("retry: [12]\\d{3}\n\n"), answer.body());
      http.ask(Ask.get("/health/live")).expect(200);
    }
    try (RawWebSocket socket = new RawWebSocket(full)) {
      assertEquals(1013, socket.next().expect("close").data().number());
    }
  }
}
