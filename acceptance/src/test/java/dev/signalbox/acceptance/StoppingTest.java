package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a hub ends that is told to, whatever its clients do. */
class StoppingTest {
  private static final int CLIENTS = 50;
  private static final int ASKED_BY_DEAF = 500;
  private static final double LONGEST_SECONDS = 2;
  private static final int GOING_AWAY = 1001;

  @RegisterExtension final Stage stage = new Stage();

  private final List<RawStream> events = new ArrayList<>();
  private final List<WebSocketClient> webSockets = new ArrayList<>();

  @Test
  void hub_interrupted_endsStreamsAndItself() throws Exception {
    assertEnds("INT", Set.of(0, 130));
  }

  @Test
  void hub_terminated_endsStreamsAndItself() throws Exception {
    assertEnds("TERM", Set.of(0, 130, 143));
  }

  private void assertEnds(String signal, Set<Integer> codes) throws Exception {
    HubProcess hub = stage.hub();
    connect(hub);

    long begun = System.nanoTime();
    Program.Ended ended = hub.end(signal);
    double seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);

    Figures.tell(
        "from SIG" + signal + " to the end, with " + 2 * CLIENTS + " clients", seconds, "s");
    assertTrue(codes.contains(ended.code()), "exit code " + ended.code());
    assertTrue(seconds < LONGEST_SECONDS, seconds + " s");
    assertEquals(List.of(), ended.err());
    for (RawStream stream : events) {
      assertTrue(stream.rest().endsWith("\r\n0\r\n\r\n"), "the last chunk is missing");
    }
    for (WebSocketClient client : webSockets) {
      assertEquals(GOING_AWAY, client.closeCode());
    }
  }

  /** Half of the clients follow by each transport, and one of each reads nothing. */
  private void connect(HubProcess hub) throws Exception {
    for (int i = 1; i < CLIENTS; i++) {
      RawStream stream = stage.closing(RawStream.events(hub.port()));
      stream.readTo("event: snapshot");
      events.add(stream);
      webSockets.add(stage.closing(WebSocketClient.open(hub.uri())));
    }
    stage.closing(RawStream.events(hub.port()));
    RawStream deaf = stage.closing(RawStream.webSocket(hub.port()));
    for (int i = 0; i < ASKED_BY_DEAF; i++) {
      deaf.sendText("{\"subscribe\":{}}");
    }
  }

  @Test
  void hub_interruptedTwice_endsAtOnce() throws Exception {
    HubProcess hub = stage.hub();
    connect(hub);
    hub.signal("INT");
    assertTrue(Set.of(0, 130).contains(hub.end("INT").code()));
  }
}
