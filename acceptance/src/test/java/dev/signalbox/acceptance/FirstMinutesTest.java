package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FirstMinutesTest {
  private static final Set<String> BOARDS =
      Set.of("counter", "toggle", "sensors", "yard", "host", "hub");
  private static final List<Integer> PINS = List.of(4, 5, 12, 13, 14, 16, 2, 15);

  @RegisterExtension final Stage stage = new Stage();

  @Test
  void readyLine_hubStarted_comesOnceItServesAndLast() throws Exception {
    HubProcess hub = stage.hub();

    assertEquals(200, Api.of(hub).ask("GET", "v1/boards", "").status());
    assertEquals(URI.create("http://127.0.0.1:" + hub.port() + "/"), hub.uri());
    Program.Ended ended = hub.end("TERM");
    assertEquals(3, ended.out().size(), ended.out().toString());
    assertTrue(ended.out().getFirst().matches("RailHub for yard: ws://127.0.0.1:\\d+/"));
    assertTrue(ended.out().get(1).matches("Transport: (io_uring|epoll|kqueue|nio)"));
    assertEquals("Signalbox is ready: " + hub.uri(), ended.out().getLast());
    assertEquals(List.of(), ended.err());
  }

  @Test
  void readyLine_everyAddress_comesAfterThoseOfTheNetworks() throws Exception {
    Path quiet = Files.writeString(stage.folder().resolve("hub.yaml"), "listen: {mdns: none}\n");
    HubProcess hub = stage.hub("--bind", "0.0.0.0", "--config", quiet.toString());

    List<String> lines = hub.out();
    assertEquals("Signalbox is ready: " + hub.uri(), lines.getLast());
    assertEquals("127.0.0.1", hub.uri().getHost());
    assertEquals(200, Api.of(hub).ask("GET", "health/ready", "").status());
    Set<String> others =
        lines.subList(0, lines.size() - 1).stream()
            .filter(line -> line.contains("http://"))
            .map(line -> line.substring(line.indexOf("http://")))
            .collect(Collectors.toSet());
    assertEquals(addressesOfThisMachine(hub.port()), others);
  }

  private static Set<String> addressesOfThisMachine(int port) throws Exception {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .map(address -> "http://" + address.getHostAddress() + ":" + port + "/")
        .collect(Collectors.toSet());
  }

  @Test
  void stream_freshHub_isASnapshotAndThenCountsTwiceASecond() throws Exception {
    HubProcess hub = stage.hub();
    try (EventStream stream = EventStream.open(hub.uri(), "")) {
      EventStream.Event first = stream.next(event -> !event.name().equals("retry"));
      assertEquals("snapshot", first.name());
      assertEquals(BOARDS, first.data().at("boards").names());
      assertEquals(first.id(), first.data().at("id").text());

      long before = first.data().at("boards", "counter", "parts", "counter", "value").number();
      List<Long> times = new ArrayList<>();
      for (int i = 1; i <= 12; i++) {
        Doc change = stream.next(event -> event.changes("counter", "counter")).data();
        assertEquals(before + i, change.at("set", "value").number());
        times.add(change.at("at").number());
      }
      double interval = (times.getLast() - times.getFirst()) / 11.0;
      Figures.tell("counter changes, mean interval", interval, "ms");
      assertEquals(500, interval, 25);
    }
  }

  @Test
  void boards_freshHub_haveEveryPart() throws Exception {
    Doc boards = Api.of(stage.hub()).state().at("boards");

    assertKinds(boards.at("counter"), "counter", "counter", "display", "display");
    assertKinds(boards.at("toggle"), "led", "led", "switch", "switch");
    assertKinds(boards.at("sensors"), "sensor-a", "sensor", "sensor-b", "sensor");
    assertEquals("sensorA", boards.at("sensors", "parts", "sensor-a", "name").text());
    assertEquals("sensorB", boards.at("sensors", "parts", "sensor-b", "name").text());
    assertTrue(boards.at("toggle", "parts", "switch", "simulated").flag());
    assertEquals(8, boards.at("yard", "parts").names().size());
    IntStream.range(0, 8)
        .forEach(i -> assertOutput(boards.at("yard", "parts", "out" + (i + 1)), i));
  }

  private static void assertOutput(Doc output, int index) {
    assertEquals("output", output.at("kind").text());
    assertEquals("Output " + (index + 1), output.at("name").text());
    assertEquals((long) PINS.get(index), output.at("pin").number());
    assertEquals(100, output.at("brightness").number());
    assertEquals(0, output.at("blink").number());
    assertEquals(false, output.at("active").flag());
  }

  private static void assertKinds(Doc board, String... idsAndKinds) {
    assertEquals(idsAndKinds.length / 2, board.at("parts").names().size());
    for (int i = 0; i < idsAndKinds.length; i += 2) {
      assertEquals(idsAndKinds[i + 1], board.at("parts", idsAndKinds[i], "kind").text());
    }
  }

  @Test
  void sensors_freshHub_haveSixteenBitValues() throws Exception {
    Doc parts = Api.of(stage.hub()).at("sensors").at("parts");
    for (String sensor : List.of("sensor-a", "sensor-b")) {
      long value = parts.at(sensor, "value").number();
      assertTrue(value >= 0 && value <= 0xffff, sensor + " is " + value);
    }
  }

  @Test
  void hubBoard_clientsComeAndGo_countsThem() throws Exception {
    HubProcess hub = stage.hub();
    try (EventStream stream = EventStream.open(hub.uri(), "?boards=hub")) {
      awaitClients(stream, "clients-sse", 1);
      WebSocketClient client = stage.closing(WebSocketClient.open(hub.uri()));
      awaitClients(stream, "clients-websocket", 1);
      client.close();
      awaitClients(stream, "clients-websocket", 0);
    }
    Doc parts = Api.of(hub).at("hub").at("parts");
    assertEquals(
        "Signalbox " + parts.at("version", "value").text(),
        Program.run(Program.ROOT, "--version").out().getFirst());
    long age = System.currentTimeMillis() - parts.at("started-at", "value").number();
    assertTrue(age >= 0 && age < 60_000, "started " + age + " ms ago");
  }

  /** A count that the snapshot already has comes with no change. */
  private static void awaitClients(EventStream stream, String part, long count) throws Exception {
    stream.next(event -> {
      Doc value =
          event.name().equals("snapshot")
              ? event.data().at("boards", "hub", "parts", part, "value")
              : event.changes("hub", part) ? event.data().at("set", "value") : new Doc(null);
      return !value.isMissing() && value.number() == count;
    });
  }
}
