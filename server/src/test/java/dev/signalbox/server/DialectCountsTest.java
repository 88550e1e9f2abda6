package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.server.DialectHub.Kind;
import dev.signalbox.server.DialectHub.Setup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a dialect's clients come and go, everyone is told how many there are. */
final class DialectCountsTest {
  private static final int RECEIVE_BUFFER = 4 * 1024;

  private static void leave(int index, AutoCloseable client, RawConnection connection) {
    try {
      if (index % 2 == 0) {
        connection.cut();
      }
      client.close();
    } catch (Exception fault) {
      throw new AssertionError(fault);
    }
  }

  private static void awaitStreams(DialectHub hub, int count) {
    Activity activity = hub.hub().server().activity();
    hub.hub()
        .await(
            count + " streams", () -> activity.sseStreams() + activity.webSocketStreams() == count);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 1_000})
  void counter_comingAndGoing(int most) {
    try (DialectHub hub = new DialectHub();
        DialectEvents watcher = hub.follow(Kind.COUNTER, "/events")) {
      watcher.expect("data: 0", "data: clients:1");
      List<DialectEvents> clients = new ArrayList<>();
      for (int i = 0; i < most; i++) {
        DialectEvents client = hub.follow(Kind.COUNTER, "/events");
        client.expect("data: 0", "data: clients:" + (i + 2));
        clients.add(client);
        watchOne(watcher, i + 2, most);
      }
      watcher.until("data: clients:" + (most + 1));
      for (int i = 0; i < most; i++) {
        leave(i, clients.get(i), clients.get(i).connection());
        watchOne(watcher, most - i, most);
      }
      watcher.until("data: clients:1");
      awaitStreams(hub, 1);
    }
  }

  /** A thousand would take a tenth of a second each. */
  private static void watchOne(DialectEvents watcher, int count, int most) {
    if (most < 100 && count > 1 && count <= most) {
      watcher.until("data: clients:" + count);
    }
  }

  private static long told(DialectHub hub) {
    return Doc.of(hub.ask(Kind.RAILHUB, Ask.get("/api/status")).expect(200).body())
        .at("wsClients")
        .number();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 1_000})
  void railHub_comingAndGoing(int most) {
    try (DialectHub hub = new DialectHub()) {
      List<DialectSocketClient> clients = new ArrayList<>();
      for (int i = 1; i <= most; i++) {
        DialectSocketClient client = new DialectSocketClient(hub.socketPort());
        assertEquals(i, client.status().at("wsClients").number());
        clients.add(client);
      }
      assertEquals(most, told(hub));
      for (int i = 0; i < most; i++) {
        DialectSocketClient client = clients.get(i);
        if (i % 3 == 0) {
          client.send(Frame.close(1000));
          assertEquals(1000, client.closeCode());
        }
        leave(i, client, client.connection());
        long left = most - i - 1L;
        if (most < 100 || left % 100 == 0) {
          hub.hub().await(left + " clients", () -> told(hub) == left);
        }
      }
      awaitStreams(hub, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 1_000})
  void eventBus_comingAndGoing(int most) {
    Setup setup = Setup.clients(most).keepingAlive(Duration.ofMinutes(10));
    try (DialectHub hub = new DialectHub(setup)) {
      List<DialectEvents> clients = new ArrayList<>();
      for (int i = 0; i < most; i++) {
        hub.ask(Kind.BUS, Ask.get("/rest/events/subscribe")).expect(200);
        clients.add(hub.follow(Kind.BUS, "/rest/events/" + i));
      }
      hub.ask(Kind.BUS, Ask.get("/rest/events/subscribe")).expect(404);
      hub.measure("a", 5);
      String state = "event: event\ndata: {\"TYPE\":\"STATE\", \"sensorA\":";
      clients.forEach(client -> client.expect(state + "{\"state\":5, \"prevState\":0}}"));
      awaitStreams(hub, most);
      for (int i = 0; i < most; i++) {
        leave(i, clients.get(i), clients.get(i).connection());
      }
      awaitStreams(hub, 0);
    }
  }

  private static ServerSettings soonFound() {
    return ServedHub.settings(
        new Limits(12_000, 10_000, 1_000_000, Duration.ofSeconds(15), Duration.ofSeconds(1)));
  }

  /** Its system says that it has no room, again and again, and nothing else ever. */
  @Test
  void counter_halfOpen() {
    try (DialectHub hub = new DialectHub(Setup.clients(0), soonFound());
        DialectEvents watcher = hub.follow(Kind.COUNTER, "/events");
        RawConnection stalled = new RawConnection(hub.port(Kind.COUNTER), RECEIVE_BUFFER);
        Together together = new Together()) {
      watcher.expect("data: 0", "data: clients:1");
      stalled.send(Ask.get("/events").text());
      watcher.until("data: clients:2");
      together.begin(() -> watcher.until("data: clients:1"));
      for (int value = 1; value <= 20_000; value++) {
        hub.hub().countPatiently(value);
      }
      together.join();
      awaitStreams(hub, 1);
    }
  }

  /** Nothing is wrong with the connection but that its other end answers no ping. */
  @Test
  void railHub_halfOpen() {
    Setup setup = Setup.clients(0);
    try (DialectHub hub = new DialectHub(setup, ServedHub.quickHeart(ServedHub.generous()));
        RawConnection silent = new RawConnection(hub.socketPort(), RECEIVE_BUFFER)) {
      silent.send(DialectSocketClient.handshake("/").text());
      hub.hub().await("it came", () -> told(hub) == 1);
      hub.hub().await("it is counted out", () -> told(hub) == 0);
      awaitStreams(hub, 0);
    }
  }

  private static final List<String> AGAIN =
      List.of(
          "Content-Type: text/event-stream",
          "Cache-Control: no-cache",
          "Access-Control-Allow-Origin: *");

  private static void fourth_waits(Kind kind, String path) {
    try (DialectHub hub = new DialectHub(Setup.clients(3));
        DialectEvents first = hub.follow(kind, path);
        DialectEvents second = hub.follow(kind, path);
        DialectEvents third = hub.follow(kind, path)) {
      first.next();
      second.next();
      third.next();
      for (int i = 0; i < 20; i++) {
        hub.ask(kind, Ask.get(path)).expect("HTTP/1.1 200 OK", AGAIN, "retry: 5000\n\n");
      }
      second.cut();
      hub.hub().await("a place", () -> getsIn(hub, kind, path));
    }
  }

  private static boolean getsIn(DialectHub hub, Kind kind, String path) {
    try (DialectEvents fourth = hub.follow(kind, path)) {
      return !fourth.next().equals("retry: 5000");
    }
  }

  @Test
  void counter_overItsLimit() {
    fourth_waits(Kind.COUNTER, "/events");
  }

  @Test
  void led_overItsLimit() {
    fourth_waits(Kind.LED, "/demo_sse");
  }

  /** Of those that come together for the last places, the others are told to come back. */
  @ParameterizedTest
  @CsvSource({"COUNTER, /events", "LED, /demo_sse"})
  void limit_forManyAtOnce(Kind kind, String path) {
    List<RawConnection> connections = new ArrayList<>();
    try (DialectHub hub = new DialectHub(Setup.clients(3))) {
      for (int i = 0; i < 40; i++) {
        connections.add(new RawConnection(hub.port(kind)));
      }
      connections.forEach(connection -> connection.send(Ask.get(path).text()));
      int taken = 0;
      for (RawConnection connection : connections) {
        DialectEvents events = new DialectEvents(connection);
        taken += events.next().equals("retry: 5000") ? 0 : 1;
      }
      assertEquals(3, taken);
      awaitStreams(hub, 3);
    } finally {
      connections.forEach(RawConnection::close);
    }
  }

  @Test
  void railHub_overItsLimit() {
    try (DialectHub hub = new DialectHub(Setup.clients(3));
        DialectSocketClient first = hub.socket();
        DialectSocketClient second = hub.socket();
        DialectSocketClient third = hub.socket()) {
      for (int i = 0; i < 20; i++) {
        try (DialectSocketClient fourth = new DialectSocketClient(hub.socketPort())) {
          assertEquals(1013, fourth.closeCode());
        }
      }
      second.connection().cut();
      hub.hub().await("a place", () -> told(hub) == 2);
      try (DialectSocketClient fourth = hub.socket()) {
        assertEquals(1, fourth.ask("{'api':'reset','id':1}").at("id").number());
      }
      first.send(Frame.close(1000));
      third.send(Frame.close(1000));
      assertEquals(1000, first.closeCode());
      assertEquals(1000, third.closeCode());
    }
  }
}
