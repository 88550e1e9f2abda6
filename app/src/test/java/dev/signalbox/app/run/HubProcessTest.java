package dev.signalbox.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals to send")
class HubProcessTest {
  private static final double LONGEST_STOP_MS = 2_000;

  @TempDir Path folder;

  private HubProcess hub(String... args) throws Exception {
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--data";
    all[args.length + 1] = folder.resolve("data").toString();
    return HubProcess.start(all);
  }

  @ParameterizedTest
  @CsvSource({"TERM, 0", "INT, 130", "HUP, 0"})
  void hub_toldToEnd_endsCleanly(String signal, int code) throws Exception {
    try (HubProcess hub = hub("--port", "0")) {
      List<String> said = hub.ready();
      URI address = HubProcess.address(said);
      assertEquals(3, said.size());
      assertTrue(
          said.getFirst().matches("RailHub for yard: ws://127\\.0\\.0\\.1:[1-9]\\d*/"),
          said.toString());
      assertTrue(hub.get(address.resolve("/v1/boards")).contains("\"counter\""));
      try (Socket idle = new Socket(address.getHost(), address.getPort())) {
        idle.getOutputStream().write(request(address));
        assertTrue(idle.getInputStream().read() > 0);
        long begun = System.nanoTime();
        hub.signal(signal);
        assertEquals(code, hub.exit());
        double ms = (System.nanoTime() - begun) / 1e6;
        assertTrue(ms < LONGEST_STOP_MS, "took " + ms + " ms");
        assertEnds(idle.getInputStream());
      }
      assertEquals("", hub.err());
    }
  }

  /** A stream that nobody reads any further. */
  private static byte[] request(URI address) {
    return ("GET /v1/stream HTTP/1.1\r\nHost: "
            + address.getAuthority()
            + "\r\nAccept: text/event-stream\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static void assertEnds(InputStream in) throws Exception {
    String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(all.contains("event: snapshot"), all);
  }

  @Test
  void settings_changed_areKeptOverARestart() throws Exception {
    try (HubProcess first = hub("--port", "0")) {
      URI address = HubProcess.address(first.ready());
      URI output = address.resolve("/v1/boards/yard/parts/out3");
      assertEquals(200, first.patch(output, "{\"brightness\":12,\"name\":\"Porch\"}"));
      assertEquals(200, first.patch(address.resolve("/v1/boards/yard"), "{\"name\":\"Garden\"}"));
      first.signal("TERM");
      assertEquals(0, first.exit());
    }
    try (HubProcess second = hub("--port", "0")) {
      String boards = second.get(HubProcess.address(second.ready()).resolve("/v1/boards"));
      assertTrue(boards.contains("\"name\":\"Garden\""), boards);
      assertTrue(
          Pattern.compile("\"name\":\"Porch\",\"pin\":12,\"active\":false,\"brightness\":12")
              .matcher(boards)
              .find(),
          boards);
    }
  }

  @Test
  void port_inUse_isSaidInASentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HubProcess hub = hub("--port", Integer.toString(taken.getLocalPort()))) {
      assertFailure(hub, "Port " + taken.getLocalPort() + " .* is in use .*");
    }
  }

  @Test
  void address_ofAnotherMachine_isSaidInASentence() throws Exception {
    try (HubProcess hub = hub("--port", "0", "--bind", "192.0.2.1")) {
      assertFailure(hub, "The address 192\\.0\\.2\\.1 is none of this machine's\\.");
    }
  }

  @Test
  void dataFolder_ofAnotherHub_isSaidInASentence() throws Exception {
    try (HubProcess first = hub("--port", "0")) {
      first.ready();
      try (HubProcess second = hub("--port", "0")) {
        assertFailure(second, "The data folder .* is in use by another hub.*");
      }
    }
  }

  @Test
  void dataFolder_thatIsAFile_isSaidInASentence() throws Exception {
    Files.writeString(folder.resolve("data"), "in the way");
    try (HubProcess hub = hub("--port", "0")) {
      assertFailure(hub, "The data folder .*");
    }
  }

  @Test
  void configuration_withMistakes_isRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("hub.yaml"), "listen: {prot: 1}\nboards: []\n");
    try (HubProcess hub = hub("--config", file.toString())) {
      assertEquals(1, hub.exit());
      assertEquals(2, hub.err().lines().count());
    }
  }

  @Test
  void configuration_withAPort_isFollowedUnlessAnOptionSaysOtherwise() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("hub.yaml"),
            "hub: {name: Club}\nlisten: {port: 1}\nboards: {a: {kind: counter}}\n");
    try (HubProcess hub = hub("--config", file.toString(), "--port", "0")) {
      String boards = hub.get(HubProcess.address(hub.ready()).resolve("/v1/boards"));
      assertTrue(boards.contains("\"hub\":\"Club\""), boards);
      assertFalse(boards.contains("\"yard\""), boards);
    }
  }

  @Test
  void listeners_configured_areNamedAndAnswer() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("hub.yaml"),
            """
            boards: {a: {kind: counter, counter: {step: 0}}, b: {kind: outputs}}
            listeners:
              - {dialect: counter, board: a, port: 0}
              - {dialect: railhub, board: b, port: 0, wsPort: 0}
            """);
    try (HubProcess hub = hub("--config", file.toString(), "--port", "0")) {
      List<String> said = hub.ready();
      assertEquals(
          List.of(
              "counter for a: http://127.0.0.1:N/",
              "RailHub for b: http://127.0.0.1:N/",
              "RailHub for b: ws://127.0.0.1:N/",
              "Transport: KIND",
              "Signalbox is ready: http://127.0.0.1:N/"),
          said.stream()
              .map(line -> line.replaceAll(":\\d+/", ":N/"))
              .map(line -> line.replaceAll("^Transport: [a-z_]+$", "Transport: KIND"))
              .toList());
      URI railHub = URI.create(said.get(1).substring("RailHub for b: ".length()));
      String status = hub.get(railHub.resolve("/api/status"));
      assertTrue(status.contains("\"outputs\":[{\"pin\":4,"), status);
      assertTrue(hub.get(railHub).startsWith("<!"), "a page");
      String main = hub.get(HubProcess.address(said).resolve("/api/status"));
      assertTrue(main.contains("\"outputs\":[{\"pin\":4,"), main);
    }
  }

  @Test
  void listener_byDefaultAtAPortInUse_isLeftOutWithAWarning() throws Exception {
    try (ServerSocket taken = railHubsPort();
        HubProcess hub = hub("--port", Integer.toString(freePort()))) {
      assertEquals(2, hub.ready().size(), taken.toString());
      hub.signal("TERM");
      hub.exit();
      assertTrue(hub.err().contains(" WARNING RailHub for yard is left out: "), hub.err());
      assertEquals(1, hub.err().lines().count(), hub.err());
    }
  }

  /** Sees to it that the port is in use: if not by this, then by another program. */
  private static ServerSocket railHubsPort() throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8081));
    } catch (BindException _) {
      // Another program has it.
    }
    return socket;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void listener_configuredAtAPortInUse_keepsTheHubFromStarting() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      Path file =
          Files.writeString(
              folder.resolve("hub.yaml"),
              "listeners: [{dialect: railhub, board: yard, wsPort: " + port + "}]");
      try (HubProcess hub = hub("--config", file.toString(), "--port", "0")) {
        assertFailure(hub, "Port " + port + " .* is in use .* for 'RailHub for yard'\\.");
      }
    }
  }

  @Test
  void hub_boundToEverything_namesAddressesThatWork() throws Exception {
    Path quiet = Files.writeString(folder.resolve("quiet.yaml"), "listen: {mdns: none}\n");
    try (HubProcess hub = hub("--port", "0", "--bind", "0.0.0.0", "--config", quiet.toString())) {
      List<String> said = hub.ready();
      URI address = HubProcess.address(said);
      assertEquals("127.0.0.1", address.getHost());
      assertTrue(hub.get(address.resolve("/v1/boards")).contains("\"boards\""));
      assertTrue(
          said.subList(1, said.size() - 2).stream()
              .allMatch(line -> line.matches("In the network: http://[0-9.]+:\\d+/")),
          said.toString());
      hub.signal("TERM");
      hub.exit();
      assertTrue(hub.err().contains(" WARNING Whoever reaches 0.0.0.0 can switch"), hub.err());
    }
  }

  private static void assertFailure(HubProcess hub, String sentence) throws Exception {
    assertEquals(1, hub.exit());
    String said = hub.err().strip();
    assertTrue(said.matches(sentence), said);
    assertEquals(1, said.lines().count());
  }
}
