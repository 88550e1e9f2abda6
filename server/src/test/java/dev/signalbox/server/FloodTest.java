package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Clients that send and send and never read: nothing piles up for them, and nobody else suffers.
 */
final class FloodTest {
  private static final int RECEIVE_BUFFER = 4 * 1024;

  /** Requests that were read together before the hub read no more are many objects. */
  private static final double MOST_HEAP = 16;

  /** Netty takes memory in chunks of 4 MB, one and more for each loop. */
  private static final double MOST_DIRECT = 16;

  private static ServedHub hub;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  /**
   * Sends {@code piece} {@code count} times, without reading, until the hub takes no more of them;
   * then has {@code reading} read.
   *
   * @return how many were taken in before anything was read
   */
  private static int flood(
      RawConnection connection, String what, byte[] piece, int count, Runnable reading) {
    return flood(connection, what, _ -> piece, count, reading);
  }

  private static int flood(
      RawConnection connection,
      String what,
      IntFunction<byte[]> pieces,
      int count,
      Runnable reading) {
    AtomicInteger sent = new AtomicInteger();
    try (Together together = new Together();
        RawWebSocket other = RawWebSocket.greeted(hub)) {
      Memory before = Memory.now();
      together.begin(() -> {
        while (sent.get() < count) {
          connection.sendUnlessEnded(pieces.apply(sent.get()));
          sent.incrementAndGet();
        }
      });
      untilStill(sent, other);
      int taken = sent.get();
      Memory grown = Memory.now().since(before);
      System.out.printf(
          "flood of %,d %s of %,d bytes: %,d taken in, grown by %s%n",
          count, what, pieces.apply(0).length, taken, grown);
      assertTrue(grown.heapMegabytes() < MOST_HEAP, grown.toString());
      assertTrue(grown.directMegabytes() < MOST_DIRECT, grown.toString());
      reading.run();
      together.join();
      return taken;
    }
  }

  /** Returns when nothing more is sent while another client is answered many times. */
  private static void untilStill(AtomicInteger sent, RawWebSocket other) {
    int before;
    do {
      before = sent.get();
      for (int i = 0; i < 300; i++) {
        assertEquals(i, other.ask("{'ping':" + i + "}").data().at("ping").number());
        hub.ask(Ask.get("/health/live")).expect(200);
      }
    } while (before == 0 || before != sent.get());
  }

  @Test
  void messages_thatAreAnswered() {
    RawConnection connection = new RawConnection(hub.port(), RECEIVE_BUFFER);
    try (RawWebSocket socket = new RawWebSocket(connection, RawWebSocket.handshake(""))) {
      socket.next().expect("hello");
      int count = 15_000;
      byte[] piece = Frame.text("{\"ping\":\"" + "x".repeat(1_000) + "\"}").masked();
      int taken = flood(connection, "messages", piece, count, () -> read(socket, count));
      assertTrue(taken < count, "the hub takes in whatever comes");
    }
  }

  private static void read(RawWebSocket socket, int count) {
    for (int i = 0; i < count; i++) {
      socket.next().expect("pong");
    }
  }

  /** Pings may be left without answer, but what comes with them may not. */
  @Test
  void pings_thatAreAnswered() {
    RawConnection connection = new RawConnection(hub.port(), RECEIVE_BUFFER);
    try (RawWebSocket socket = new RawWebSocket(connection, RawWebSocket.handshake(""))) {
      socket.next().expect("hello");
      byte[] piece = Frame.of(Frame.PING, "x".repeat(125)).masked();
      flood(connection, "ping frames", piece, 200_000, () -> {});
      assertTrue(socket.ask("{'ping':1}").is("pong"));
      socket.send(Frame.of(Frame.PING, "last"));
      while (!socket.nextControl().text().equals("last")) {}
    }
  }

  /** Neither pings nor pongs make the hub take in messages whose answers nobody reads. */
  @Test
  void messages_betweenPingsAndPongs() {
    RawConnection connection = new RawConnection(hub.port(), RECEIVE_BUFFER);
    try (RawWebSocket socket = new RawWebSocket(connection, RawWebSocket.handshake(""))) {
      socket.next().expect("hello");
      int count = 15_000;
      ByteArrayOutputStream piece = new ByteArrayOutputStream();
      piece.writeBytes(Frame.of(Frame.PONG, "").masked());
      piece.writeBytes(Frame.of(Frame.PING, "").masked());
      piece.writeBytes(Frame.text("{\"ping\":\"" + "x".repeat(1_000) + "\"}").masked());
      int taken =
          flood(connection, "mixtures", piece.toByteArray(), count, () -> read(socket, count));
      assertTrue(taken < count, "the hub takes in whatever comes");
    }
  }

  @Test
  void requests_pipelined() {
    byte[] piece = Ask.get("/v1/schema").text().getBytes(StandardCharsets.UTF_8);
    int count = 400_000;
    try (RawConnection connection = new RawConnection(hub.port(), RECEIVE_BUFFER)) {
      int taken = flood(connection, "requests", piece, count, connection::cut);
      assertTrue(taken < count, "the hub takes in whatever comes");
    }
  }

  /** What was held back is answered in its order once there is room, and nothing twice. */
  @Test
  void requests_whoseAnswersAreReadLate() {
    int count = 4_000;
    String padding = "x".repeat(7_000);
    IntFunction<byte[]> asking =
        i ->
            Ask.get("/v1/boards/none-" + i)
                .header("Padding", padding)
                .text()
                .getBytes(StandardCharsets.UTF_8);
    try (RawConnection connection = new RawConnection(hub.port(), RECEIVE_BUFFER)) {
      RawHttp http = new RawHttp(connection);
      Runnable reading =
          () -> {
            for (int i = 0; i < count; i++) {
              String told = http.answer().expect(404).body();
              assertTrue(told.contains("'none-" + i + "'"), told);
            }
          };
      int taken = flood(connection, "padded requests", asking, count, reading);
      assertTrue(taken < count, "the hub takes in whatever comes");
    }
  }
}
