package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Starting to listen, and ending. */
final class HubServerTest {
  private static final int RECEIVE_BUFFER = 4 * 1024;

  private static ServedHub hub;

  @BeforeAll
  static void start() {
    hub = new ServedHub();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static String cannotListen(String bind, int port) {
    ServerSettings settings =
        new ServerSettings(
            bind,
            port,
            Set.of(),
            Set.of(),
            ServedHub.streaming(Duration.ofSeconds(15)),
            ServedHub.generous());
    Set<Thread> before = serverThreads();
    CannotListenException fault =
        assertThrows(
            CannotListenException.class,
            () -> HubServer.start(hub.engine(), settings, StaticFiles.NONE, "test", Mounts.NONE));
    Set<Thread> left = serverThreads();
    left.removeAll(before);
    left.forEach(HubServerTest::ends);
    return String.valueOf(fault.getMessage());
  }

  private static Set<Thread> serverThreads() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(thread -> !thread.getName().startsWith("vert.x"));
    return threads;
  }

  private static void ends(Thread thread) {
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException fault) {
      throw new AssertionError(fault);
    }
    assertFalse(thread.isAlive(), thread + " still runs");
  }

  @Test
  void start_portInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(RawConnection.HERE, 0));
      int port = taken.getLocalPort();
      assertEquals(
          "Port "
              + port
              + " on 127.0.0.1 is in use by another program; choose another with --port.",
          cannotListen("127.0.0.1", port));
    }
    int own = hub.port();
    assertTrue(
        cannotListen("127.0.0.1", own).startsWith("Port " + own + " on 127.0.0.1 is in use"));
    hub.ask(Ask.get("/health/ready")).expect(200);
  }

  @Test
  void start_foreignAddress() {
    assertEquals("The address 192.0.2.1 is none of this machine's.", cannotListen("192.0.2.1", 0));
  }

  @Test
  void start_noSuchHost() {
    String said = cannotListen("no-such-host.invalid", 0);
    assertTrue(said.contains("no-such-host.invalid"), said);
    assertFalse(said.contains("Exception"), said);
  }

  @Test
  void start_lowPort() {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may listen anywhere");
    String said = cannotListen("127.0.0.1", 1);
    assertEquals(
        "No permission to listen on 127.0.0.1:1; ports below 1024 need more rights.", said);
  }

  @Test
  void start_freePort() {
    assertTrue(hub.port() > 0);
    assertTrue(
        Set.of("io_uring", "epoll", "kqueue", "nio").contains(hub.server().transport()),
        hub.server().transport());
  }

  @Test
  void start_givenPortAgain() throws CannotListenException {
    int port;
    try (ServedHub first = new ServedHub()) {
      port = first.port();
      first.ask(Ask.get("/health/live")).expect(200);
    }
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1",
            port,
            Set.of(),
            Set.of(),
            ServedHub.streaming(Duration.ofSeconds(15)),
            Limits.DEFAULT);
    try (ServedHub again = new ServedHub(settings)) {
      assertEquals(port, again.port());
      for (int i = 0; i < 10; i++) {
        again.ask(Ask.get("/health/live")).expect(200);
      }
    }
  }

  @Test
  void close_tellsStreams() {
    ServedHub other = new ServedHub();
    List<Following> streams = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      streams.add(Transport.SSE.follow(other, ""));
    }
    try (RawWebSocket socket = RawWebSocket.greeted(other);
        RawWebSocket following = new RawWebSocket(other, RawWebSocket.handshake("?boards=yard"))) {
      streams.forEach(stream -> stream.next("snapshot"));
      following.next("snapshot");
      other.close();
      for (Following stream : streams) {
        long retry = stream.next("retry").data().number();
        assertTrue(retry >= 1_000 && retry < 3_000, "retry " + retry);
        assertEquals(Optional.empty(), stream.nextOrEnd());
        assertTrue(stream.hasEndedProperly());
        stream.close();
      }
      assertEquals(1001, socket.closeCode());
      assertEquals(1001, following.closeCode());
    }
  }

  @Test
  void close_whateverClientsDo() throws IOException {
    ServedHub other = new ServedHub();
    List<RawConnection> hanging = new ArrayList<>();
    for (String words :
        new String[] {
          "",
          "GET /v1",
          "PATCH /v1/boards/yard HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n{",
          Ask.get("/v1/stream").text(),
          Ask.get("/v1/stream?every=true").text(),
          RawWebSocket.handshake("").text(),
          RawWebSocket.handshake("?every=true").text()
        }) {
      for (int i = 0; i < 4; i++) {
        RawConnection connection = new RawConnection(other.port(), RECEIVE_BUFFER);
        connection.send(words);
        hanging.add(connection);
      }
    }
    other.await("all are there", () -> other.server().activity().sseStreams() == 8);
    for (int value = 1; value <= 4_000; value++) {
      other.countPatiently(value);
    }
    other.settle();
    long begin = System.nanoTime();
    other.server().close();
    long millis = (System.nanoTime() - begin) / 1_000_000;
    System.out.println("closed with " + hanging.size() + " hanging clients in " + millis + " ms");
    assertTrue(millis < 2_000, "took " + millis + " ms");
    hanging.forEach(RawConnection::rest);
    hanging.forEach(RawConnection::close);
    assertThrows(IOException.class, () -> new Socket(RawConnection.HERE, other.port()).close());
    other.close();
  }
}
