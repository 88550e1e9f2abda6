package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However clients come and go, the hub knows how many there are. */
final class CountsTest {
  private static final int STREAMS = 8;
  private static final int TIMES = 30;

  private static ServedHub hub;

  @BeforeAll
  static void start() {
    Limits limits = new Limits(200, STREAMS, 1_000, Duration.ofSeconds(15));
    hub = new ServedHub(ServedHub.quickHeart(limits));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static Activity activity() {
    return hub.server().activity();
  }

  private static void nobodyIsLeft() {
    // Connections are accepted in order: whoever came before this one is counted.
    hub.ask(Ask.get("/health/live")).expect(200);
    hub.await(
        "nobody is left",
        () ->
            activity().sseStreams() == 0
                && activity().webSocketStreams() == 0
                && activity().connections() == 0);
  }

  private static RawWebSocket refused() {
    return new RawWebSocket(hub, RawWebSocket.handshake("").header("Origin", "http://evil"));
  }

  @Test
  void counts_whileTheyFollow() {
    nobodyIsLeft();
    List<AutoCloseable> open = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      Following sse = Transport.SSE.follow(hub, "");
      sse.next("snapshot");
      open.add(sse);
      open.add(RawWebSocket.greeted(hub));
      assertEquals(i, activity().sseStreams());
      assertEquals(i, activity().webSocketStreams());
      assertEquals(2 * i, activity().connections());
    }
    open.forEach(CountsTest::close);
    nobodyIsLeft();
  }

  private static void close(AutoCloseable client) {
    try {
      client.close();
    } catch (Exception fault) {
      throw new AssertionError(fault);
    }
  }

  @Test
  void counts_afterCloses() {
    for (int i = 0; i < TIMES; i++) {
      try (Following sse = Transport.SSE.follow(hub, "")) {
        sse.next("snapshot");
      }
      nobodyIsLeft();
      try (RawWebSocket socket = RawWebSocket.greeted(hub)) {
        socket.say("{\"subscribe\":{}}");
        socket.next("snapshot");
      }
      nobodyIsLeft();
    }
  }

  @Test
  void counts_afterFarewells() {
    for (int i = 0; i < TIMES; i++) {
      try (RawWebSocket socket = RawWebSocket.greeted(hub)) {
        socket.send(Frame.close(1000));
        assertEquals(1000, socket.closeCode());
        assertTrue(socket.ends());
      }
    }
    nobodyIsLeft();
  }

  @Test
  void counts_afterCuts() {
    for (int i = 0; i < TIMES; i++) {
      Following sse = Transport.SSE.follow(hub, "");
      sse.next("snapshot");
      sse.cut();
      nobodyIsLeft();
      RawWebSocket socket = RawWebSocket.greeted(hub);
      socket.connection().cut();
      nobodyIsLeft();
    }
  }

  @Test
  void counts_afterRefusals() {
    for (int i = 0; i < TIMES; i++) {
      try (RawWebSocket socket = refused()) {
        assertEquals(1008, socket.closeCode());
        socket.send(Frame.close(1008));
        assertTrue(socket.ends());
      }
      nobodyIsLeft();
      try (RawWebSocket cut = refused()) {
        cut.head();
        cut.connection().cut();
      }
      nobodyIsLeft();
    }
  }

  @Test
  void counts_afterHalfHandshakes() {
    for (int i = 0; i < TIMES; i++) {
      RawConnection connection = new RawConnection(hub.port());
      connection.send(RawWebSocket.handshake("").without("Sec-WebSocket-Key").text());
      connection.close();
      nobodyIsLeft();
      RawConnection rude = new RawConnection(hub.port());
      rude.send(RawWebSocket.handshake("").text());
      rude.cut();
      nobodyIsLeft();
      RawConnection silent = new RawConnection(hub.port());
      silent.cut();
      nobodyIsLeft();
    }
  }

  @Test
  void counts_afterMistakes() {
    for (int i = 0; i < TIMES; i++) {
      try (RawWebSocket socket = RawWebSocket.greeted(hub)) {
        socket.connection().send(Frame.text("{}").unmasked());
        socket.closeCode();
      }
      nobodyIsLeft();
      try (RawHttp http = new RawHttp(hub.port())) {
        http.send("garbage\r\n\r\n");
        http.next(true);
      }
      nobodyIsLeft();
    }
  }
}
