package dev.signalbox.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bounds of what may be measured. */
final class AssignmentTest {
  private static final Stimulus STIMULUS = new Stimulus("POST", "http://127.0.0.1/{n}", "", "n");

  private static Assignment of(int clients, int atOnce, long seconds) {
    return new Assignment(
        Target.of("http://127.0.0.1/"),
        clients,
        atOnce,
        Duration.ofSeconds(seconds),
        OptionalLong.empty(),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "50000, 50000, 86400"})
  void bounds_areIn(int clients, int atOnce, long seconds) {
    assertEquals(clients, of(clients, atOnce, seconds).clients());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, '0 clients are not from 1 to 50000.'",
    "50001, 1, 1, '50001 clients are not from 1 to 50000.'",
    "1, 0, 1, '0 clients at once are not from 1 to 50000.'",
    "1, 50001, 1, '50001 clients at once are not from 1 to 50000.'",
    "1, 1, 0, '0 seconds are not from 1 to 86400, a day.'",
    "1, 1, 86401, '86401 seconds are not from 1 to 86400, a day.'",
  })
  void beyond_isASentence(int clients, int atOnce, long seconds, String sentence) {
    assertEquals(
        sentence,
        assertThrows(IllegalArgumentException.class, () -> of(clients, atOnce, seconds))
            .getMessage());
  }

  @ParameterizedTest
  @CsvSource({"9", "60001"})
  void prompting_tooOftenOrTooSeldom(long ms) {
    assertEquals(
        ms + " ms from one to the next are not from 10 ms to 1 min.",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Assignment.Prompting(STIMULUS, Duration.ofMillis(ms)))
            .getMessage());
  }

  @Test
  void subprotocol_onlyOnAWebSocket() {
    assertEquals("a.b+c", Target.of("ws://127.0.0.1/").speaking("a.b+c").protocol());
    assertThrows(
        IllegalArgumentException.class, () -> Target.of("http://127.0.0.1/").speaking("a"));
    assertThrows(
        IllegalArgumentException.class, () -> Target.of("ws://127.0.0.1/").speaking("a\r\nb"));
  }
}
