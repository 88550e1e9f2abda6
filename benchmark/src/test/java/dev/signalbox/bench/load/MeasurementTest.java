package dev.signalbox.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Measurements of a small server. */
final class MeasurementTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final long DELAY_MS = 30;

  private static Assignment prompted(Broadcaster server, int clients) {
    Stimulus stimulus = new Stimulus("POST", server.address() + "{n}", "", "\"n\":");
    return new Assignment(
        Target.of(server.address()),
        clients,
        2,
        SECOND,
        OptionalLong.empty(),
        Optional.of(new Assignment.Prompting(stimulus, Duration.ofMillis(100))));
  }

  private static Assignment plain(String address, OptionalLong pid) {
    return new Assignment(Target.of(address), 3, 3, SECOND, pid, Optional.empty());
  }

  @Test
  void everyone_isPromptedAndTimed() throws Exception {
    try (Broadcaster server = new Broadcaster(5, TimeUnit.MILLISECONDS.toNanos(DELAY_MS))) {
      Measurement taken = Measurement.take(prompted(server, 5));
      Measurement.Reaction reaction = taken.costs().reaction().orElseThrow();

      assertEquals(5, taken.entry().live());
      assertTrue(reaction.sent() > 0);
      assertEquals(reaction.sent(), reaction.last().count());
      assertEquals(5 * reaction.sent(), reaction.each().count());
      assertTrue(reaction.each().p50() >= TimeUnit.MILLISECONDS.toNanos(DELAY_MS - 1));
      assertTrue(reaction.last().most() >= reaction.each().p50());
      assertEquals(5 * reaction.sent(), taken.received().all());
      assertEquals(reaction.sent(), taken.received().least());
      assertEquals(reaction.sent(), taken.received().most());
      assertEquals("data: {\"n\":10}\n\n".length() * taken.received().all(), taken.bytes());
      assertTrue(taken.elapsedNanos() >= SECOND.toNanos());
    }
  }

  @Test
  void lines_tellWhatWasMeasured() throws Exception {
    try (Broadcaster server = new Broadcaster(3, 0)) {
      List<String> lines = Measurement.take(prompted(server, 3)).lines();

      List<String> names = lines.stream().map(line -> line.substring(0, 19).strip()).toList();
      assertEquals(
          List.of(
              "clients in",
              "messages",
              "bytes",
              "a client",
              "silence",
              "sent",
              "until one is told",
              "until all are"),
          names);
      assertTrue(lines.getFirst().contains(" 3 of 3 after "), lines.getFirst());
      assertTrue(lines.getLast().matches(".*50 % .* ms, 90 % .* ms, 99 % .* ms, most .* ms"));
    }
  }

  @Test
  void someRefused_areToldAndTheOthersMeasured() throws Exception {
    try (Broadcaster server = new Broadcaster(2, 0)) {
      Measurement taken = Measurement.take(prompted(server, 5));

      assertEquals(2, taken.entry().live());
      assertEquals(Map.of("answered with status 503", 3), taken.entry().ends());
      Measurement.Reaction reaction = taken.costs().reaction().orElseThrow();
      assertEquals(reaction.sent(), reaction.last().count());
      assertEquals(reaction.sent(), taken.received().least());
      assertTrue(
          taken.lines().contains("not in or gone     answered with status 503 (3)"),
          taken.lines()::toString);
    }
  }

  @Test
  void nobodyIn_isASentence() throws Exception {
    try (Broadcaster server = new Broadcaster(0, 0)) {
      IOException fault =
          assertThrows(
              IOException.class,
              () -> Measurement.take(plain(server.address(), OptionalLong.empty())));
      assertEquals("Not one client got in: answered with status 503 (3)", fault.getMessage());
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "Only Linux tells of threads' times")
  void processorTime_ofThisProcess() throws Exception {
    try (Broadcaster server = new Broadcaster(3, 0)) {
      long own = ProcessHandle.current().pid();
      Measurement taken = Measurement.take(plain(server.address(), OptionalLong.of(own)));

      assertTrue(taken.costs().processorNanos().orElseThrow() > 0);
      assertTrue(
          taken.lines().getLast().matches("processor +\\d+\\.\\d % of one"),
          taken.lines()::toString);
    }
  }

  @Test
  void processorTime_ofNobody_isRefusedAtOnce() {
    assertThrows(
        UncheckedIOException.class,
        () -> Measurement.take(plain("http://127.0.0.1:1/", OptionalLong.of(-1))));
  }
}
