package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A peer that is gone without a word, as when it loses its power: nothing ends its connections, and
 * nothing answers any more. It lives in a network of its own, whose cable is pulled out.
 */
@EnabledOnOs(OS.LINUX)
class VanishedPeerTest {
  /** Within this time a silent peer is given up (the hub promises 30 s), on a busy machine. */
  private static final long GIVEN_UP_NANOS = TimeUnit.SECONDS.toNanos(50);

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  /** One is all that there is room for, so that a peer that comes back needs its old place. */
  private static final String CONFIGURATION =
      """
      boards:
        counter: {kind: counter}
        toggle: {kind: toggle}
        yard: {kind: outputs}
        hub: {kind: hub}
      listeners:
        - {dialect: led, board: toggle, port: 0, clients: 1}
        - {dialect: railhub, board: yard, wsPort: 0, clients: 1}
      """;

  /** Follows a counter, an LED and a RailHub, and tells when it is told the first of each. */
  private static final String PEER =
      """
      import selectors, socket, sys

      host, counter, led, railhub = sys.argv[1:]
      webSocket = ("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
                   "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==")
      streams = selectors.DefaultSelector()

      def follow(port, path, first, *headers):
          connection = socket.create_connection((host, int(port)), 10)
          head = ("GET %s HTTP/1.1" % path, "Host: " + host) + headers
          connection.sendall("\\r\\n".join(head + ("", "")).encode())
          streams.register(connection, selectors.EVENT_READ, [first, b""])

      follow(counter, "/events", b"data: clients:")
      follow(led, "/demo_sse", b'data: {"led":')
      follow(railhub, "/", b'"wsClients":', *webSocket)
      while True:
          for ready, _ in streams.select():
              some = ready.fileobj.recv(65536)
              if not some:
                  sys.exit("a stream ended")
              first, seen = ready.data
              if first:
                  ready.data[1] = seen + some
                  if first in ready.data[1]:
                      ready.data[0] = None
                      print("follows", flush=True)
      """;

  @RegisterExtension final Stage stage = new Stage();

  private final String number = Long.toString(ProcessHandle.current().pid());

  /** Nobody else's: of addresses for the tests of networks (RFC 2544). */
  private final String subnet =
      "198.18." + ProcessHandle.current().pid() % 256 + "." + System.nanoTime() / 1_000 % 64;

  private final String network = "signalbox-" + number;
  private final String hubEnd = "sbh" + number;
  private final String peerEnd = "sbp" + number;

  private String address(int last) {
    int dot = subnet.lastIndexOf('.');
    int first = 4 * Integer.parseInt(subnet.substring(dot + 1));
    return subnet.substring(0, dot + 1) + (first + last);
  }

  @BeforeEach
  void makeNetwork() throws Exception {
    Assumptions.assumeTrue(
        canMakeNetworks(), "a network of its own needs root and the command ip (iproute2)");
    ip("link", "add", hubEnd, "type", "veth", "peer", "name", peerEnd, "netns", network);
    stage.closing(() -> run("link", "delete", hubEnd));
    ip("address", "add", address(1) + "/30", "dev", hubEnd);
    ip("link", "set", hubEnd, "up");
    ip("-n", network, "address", "add", address(2) + "/30", "dev", peerEnd);
  }

  private boolean canMakeNetworks() throws InterruptedException {
    try {
      if (run("netns", "add", network) == 0) {
        stage.closing(() -> ip("netns", "delete", network));
        return true;
      }
      return false;
    } catch (IOException _) {
      return false;
    }
  }

  private static int run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(arguments));
    return Program.ended(new ProcessBuilder(command)).code();
  }

  private static void ip(String... arguments) throws IOException, InterruptedException {
    assertEquals(0, run(arguments), () -> "ip " + String.join(" ", arguments));
  }

  private void plug(String upOrDown) throws Exception {
    ip("-n", network, "link", "set", peerEnd, upOrDown);
  }

  @Test
  void peer_gone_isCountedOutAndCanComeBack() throws Exception {
    HubProcess hub = startHub();
    Lines counts = watch(hub, "events");
    Lines figures = watch(hub, "v1/stream?boards=hub");
    inOrder(counts, PATIENCE_NANOS, "data: clients:1");

    plug("up");
    Process peer = startPeer(hub);
    inOrder(counts, PATIENCE_NANOS, "data: clients:1", "data: clients:2");
    inOrder(figures, PATIENCE_NANOS, sse(4));
    assertEquals(1, webSockets(hub));

    plug("down");
    long begun = System.nanoTime();
    peer.destroyForcibly().waitFor();
    inOrder(counts, GIVEN_UP_NANOS, "data: clients:2", "data: clients:1");
    // The LED told nothing all the time: only the system can find out that nobody is there.
    inOrder(figures, GIVEN_UP_NANOS, sse(4), sse(2));
    inOrder(figures, GIVEN_UP_NANOS, ws(1), ws(0));
    double seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
    Figures.tell("from a pulled cable to all counts right", seconds, "s");
    assertEquals(0, webSockets(hub));

    plug("up");
    startPeer(hub);
    inOrder(counts, PATIENCE_NANOS, "data: clients:2", "data: clients:1", "data: clients:2");
    inOrder(figures, PATIENCE_NANOS, sse(4), sse(2), sse(4));
    assertEquals(1, webSockets(hub));
  }

  private HubProcess startHub() throws Exception {
    Path folder = stage.folder();
    Path file = folder.resolve("signalbox.yaml");
    Files.writeString(file, CONFIGURATION);
    return stage.hub(folder, "--config", file.toString(), "--bind", address(1));
  }

  /** Returns when it follows all that it wants to. */
  private Process startPeer(HubProcess hub) throws Exception {
    List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", network));
    command.addAll(List.of(Program.required("signalbox.python"), "-c", PEER, address(1)));
    command.addAll(List.of("" + hub.port(), port(hub, "LED"), port(hub, "RailHub")));
    Process peer =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    stage.closing(() -> peer.destroyForcibly().waitFor());
    inOrder(Lines.of(peer.getInputStream()), PATIENCE_NANOS, "follows", "follows", "follows");
    return peer;
  }

  /** The port of that dialect, as the hub told it. */
  private static String port(HubProcess hub, String dialect) {
    String line =
        hub.out().stream().filter(each -> each.startsWith(dialect)).findFirst().orElseThrow();
    return Integer.toString(URI.create(line.substring(line.indexOf(": ") + 2)).getPort());
  }

  private Lines watch(HubProcess hub, String path) throws Exception {
    URI address = hub.uri().resolve(path);
    if (!(address.toURL().openConnection() instanceof HttpURLConnection connection)) {
      throw new AssertionError("not HTTP: " + address);
    }
    stage.closing(connection::disconnect);
    return Lines.of(connection.getInputStream());
  }

  private static String sse(int clients) {
    return ".*\"part\":\"clients-sse\".*\"value\":" + clients + "[,}].*";
  }

  private static String ws(int clients) {
    return ".*\"part\":\"clients-websocket\".*\"value\":" + clients + "[,}].*";
  }

  private static long webSockets(HubProcess hub) throws Exception {
    return Api.of(hub).get("api/status").at("wsClients").number();
  }

  /** Waits until such lines have come, in this order. */
  private static void inOrder(Lines lines, long nanos, String... patterns) throws Exception {
    Iterator<String> next = Arrays.asList(patterns).iterator();
    List<String> wanted = new ArrayList<>(List.of(next.next()));
    boolean came =
        lines
            .await(
                line -> {
                  if (!line.matches(wanted.getLast())) {
                    return false;
                  }
                  return !next.hasNext() || !wanted.add(next.next());
                },
                nanos)
            .isPresent();
    assertTrue(came, () -> wanted + " is missing in " + lines.soFar());
  }
}
