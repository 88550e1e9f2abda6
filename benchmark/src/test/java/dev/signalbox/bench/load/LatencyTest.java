package dev.signalbox.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Times from when a stimulus was due, by a clock that the test steps. */
final class LatencyTest {
  private static final Stimulus STIMULUS =
      new Stimulus("POST", "http://127.0.0.1/x/{n}", "", "\"n\":");

  private final Latency latency = new Latency(STIMULUS, 2);

  private void told(int client, String message, long nanos) {
    byte[] bytes = ("...." + message).getBytes(US_ASCII);
    latency.message(client, bytes, 4, bytes.length - 4, nanos);
  }

  @Test
  void last_isTheLastOfAll() {
    latency.due(42, 1_000);
    told(0, "{\"n\":42}", 6_000);
    assertEquals(0, latency.complete());
    told(1, "{\"a\":1,\"n\":42}", 9_000);
    assertEquals(1, latency.complete());
    assertEquals(5_000, latency.each(1) / 1_000 * 1_000);
    assertEquals(8_000, latency.each(100) / 1_000 * 1_000);
    assertEquals(8_000, latency.last(50) / 1_000 * 1_000);
  }

  @Test
  void numbers_comeRoundAgain() {
    latency.due(10, 1_000);
    told(0, "{\"n\":10}", 2_000);
    latency.due(10, 100_000);
    told(0, "{\"n\":10}", 101_000);
    told(1, "{\"n\":10}", 103_000);
    assertEquals(1, latency.complete());
    assertEquals(3_000, latency.last(50) / 1_000 * 1_000);
  }

  @Test
  void otherMessages_areNone() {
    latency.due(42, 1_000);
    told(0, "{\"n\":", 2_000);
    told(0, "{\"n\":4", 2_000);
    told(0, "{\"n\":9}", 2_000);
    told(0, "{\"m\":42}", 2_000);
    told(0, "{\"n\":43}", 2_000);
    assertEquals(0, latency.each(100));
  }
}
