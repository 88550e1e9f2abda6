package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.server.DialectHub.Kind;
import dev.signalbox.server.DialectHub.Setup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How soon a toggle reaches one RailHub client among 500 that all read. */
final class DialectLatencyTest {
  private static final int CLIENTS = 500;
  private static final int TOGGLES = 100;
  private static final int WARM_UP = 20;

  /** No multiple of the broadcast, so that toggles come at any time between two of them. */
  private static final int PACE_MS = 37;

  private static long toggle(RawConnection script, DialectSocketClient watching, boolean active) {
    String body = "{\"pin\":4,\"active\":" + active + "}";
    long begun = System.nanoTime();
    script.send(Ask.post("/api/control", body).text());
    while (new Doc(watching.next().at("outputs").items().get(3)).at("active").flag() != active) {}
    return System.nanoTime() - begun;
  }

  private static void readOn(DialectSocketClient client) {
    byte[] buffer = new byte[16 * 1024];
    while (client.connection().read(buffer) >= 0) {}
  }

  @Test
  void toggle_among500() throws Exception {
    Setup setup = Setup.clients(0).broadcasting(Duration.ofMillis(500));
    List<DialectSocketClient> clients = new ArrayList<>();
    try (DialectHub hub = new DialectHub(setup);
        Together together = new Together();
        DialectSocketClient watching = hub.socket();
        RawConnection script = new RawConnection(hub.port(Kind.RAILHUB))) {
      for (int i = 1; i < CLIENTS; i++) {
        DialectSocketClient client = hub.socket();
        clients.add(client);
        together.begin(() -> readOn(client));
      }
      DialectBytes answers = new DialectBytes(script);
      together.begin(() -> {
        for (int i = 0; i < WARM_UP + TOGGLES; i++) {
          DialectAnswer.read(answers, true).expect(200, "{\"status\":\"ok\"}");
        }
      });
      long[] nanos = paced(script, watching);
      assertEquals(TOGGLES, nanos.length);
      Arrays.sort(nanos);
      System.out.printf(
          "figure: toggle to a RailHub client among %d: median %.2f ms, p99 %.2f ms%n",
          CLIENTS, nanos[TOGGLES / 2] / 1e6, nanos[TOGGLES - 2] / 1e6);
    } finally {
      clients.forEach(DialectSocketClient::close);
    }
  }

  private static long[] paced(RawConnection script, DialectSocketClient watching)
      throws InterruptedException, ExecutionException {
    long[] nanos = new long[TOGGLES];
    try (ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor()) {
      for (int i = 0; i < WARM_UP + TOGGLES; i++) {
        boolean active = i % 2 == 0;
        Callable<Long> toggle = () -> toggle(script, watching, active);
        long taken = pace.schedule(toggle, PACE_MS, TimeUnit.MILLISECONDS).get();
        if (i >= WARM_UP) {
          nanos[i - WARM_UP] = taken;
        }
      }
    }
    return nanos;
  }
}
