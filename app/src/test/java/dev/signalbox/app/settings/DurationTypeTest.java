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

  private static final DurationType FINE =
      DurationType.between(Duration.ofNanos(2_000), Duration.ofMillis(20));

  private static Optional<Duration> read(String text) {
    return read(TYPE, text);
  }

  private static Optional<Duration> read(DurationType type, String text) {
    Node node = new Node.Scalar(Place.START, text, true);
    return type.read(new Spot("interval", Place.START, node), new Problems());
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
        "500us",
        "0x10",
        "1s1ms",
        "1000000000000000000s",
        "99999999999h",
        "307445734561.85m",
        "１s"
      })
  void text_ofNone_isRefused(String text) {
    assertEquals(Optional.empty(), read(text));
  }

  @ParameterizedTest
  @CsvSource({"2us, 2", "100us, 100", "100 µs, 100", "0.5ms, 500", "0.02s, 20000", "5, 5000"})
  void text_ofAFineDuration_isRead(String text, long micros) {
    assertEquals(Optional.of(Duration.ofNanos(micros * 1_000)), read(FINE, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1us", "0", "0.5us", "20.001ms", "20001us", "100ns", "100Us"})
  void text_ofNoneThatIsFine_isRefused(String text) {
    assertEquals(Optional.empty(), read(FINE, text));
  }

  @Property
  void milliseconds_asAnyUnit_areTheSame(@ForAll @LongRange(min = 0, max = 86_400_000) long ms) {
    Optional<Duration> expected = Optional.of(Duration.ofMillis(ms));

    assertEquals(expected, read(ms + "ms"));
    assertEquals(expected, read(ms / 1_000 + "." + "%03d".formatted(ms % 1_000) + "s"));
  }
}
