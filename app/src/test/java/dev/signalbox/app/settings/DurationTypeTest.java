package dev.signalbox.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Place;
import dev.signalbox.app.yaml.Problems;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTypeTest {
  private static final DurationType TYPE =
      DurationType.between(Duration.ZERO, Duration.ofDays(1_000));

  private static Optional<Duration> read(String text) {
    Node node = new Node.Scalar(Place.START, text, true);
    return TYPE.read(new Spot("interval", Place.START, node), new Problems());
  }

  @ParameterizedTest
  @CsvSource({
    "500ms, 500",
    "500, 500",
    "0, 0",
    "10s, 10000",
    "1.5s, 1500",
    "1.001s, 1001",
    "0.5m, 30000",
    "2m, 120000",
    "24h, 86400000",
    "10 s, 10000",
    "1.0ms, 1"
  })
  void text_ofADuration_isRead(String text, long ms) {
    assertEquals(Optional.of(Duration.ofMillis(ms)), read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s",
        "-1s",
        "1,5s",
        "1.s",
        ".5s",
        "1S",
        "1sec",
        "1e3",
        "1.0005s",
        "0x10",
        "1s1ms",
        "1000000000000000000s",
        "99999999999h",
        "１s"
      })
  void text_ofNone_isRefused(String text) {
    assertEquals(Optional.empty(), read(text));
  }

  @Property
  void milliseconds_asAnyUnit_areTheSame(@ForAll @LongRange(min = 0, max = 86_400_000) long ms) {
    Optional<Duration> expected = Optional.of(Duration.ofMillis(ms));

    assertEquals(expected, read(ms + "ms"));
    assertEquals(expected, read(ms / 1_000 + "." + "%03d".formatted(ms % 1_000) + "s"));
  }
}
