package dev.signalbox.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Place;
import dev.signalbox.app.yaml.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DurationSchemaTest {
  static Stream<DurationType> types() {
    return Stream.of(
        DurationType.between(Duration.ofMillis(10), Duration.ofDays(1)),
        DurationType.between(Duration.ofSeconds(1), Duration.ofMinutes(10)),
        DurationType.between(Duration.ZERO, Duration.ofSeconds(1)),
        DurationType.between(Duration.ofMillis(10), Duration.ofMillis(65_535)),
        DurationType.between(Duration.ofMillis(90_500), Duration.ofMillis(7_300_000)),
        new DurationType(Duration.ofMillis(10), Duration.ofMillis(65_535), true),
        new DurationType(Duration.ofMillis(1), Duration.ofSeconds(1), true),
        DurationType.between(Duration.ofNanos(2_000), Duration.ofMillis(20)));
  }

  private static boolean isRead(DurationType type, String text) {
    Spot spot = new Spot("d", Place.START, new Node.Scalar(Place.START, text, true));
    return type.read(spot, new Problems()).isPresent();
  }

  private static Pattern pattern(DurationType type) {
    List<?> ways = (List<?>) DurationSchema.of(type).get("anyOf");
    assertTrue(ways != null && ways.getLast() instanceof Map<?, ?>);
    return Pattern.compile(String.valueOf(((Map<?, ?>) ways.getLast()).get("pattern")));
  }

  private static long[] ends(DurationType type) {
    return Stream.of(type.least(), type.most())
        .flatMapToLong(end -> LongStream.of(end.toMillis(), end.toNanos() / 1_000))
        .toArray();
  }

  /** Every number near an end of the range, and many between, in every unit. */
  private static Set<Long> numbers(DurationType type) {
    Set<Long> numbers = new TreeSet<>();
    for (long unit : new long[] {1, 1_000, 60_000, 3_600_000}) {
      for (long end : ends(type)) {
        for (long near = -30; near <= 30; near++) {
          numbers.add(Math.max(0, end / unit + near));
        }
      }
    }
    for (long number = 1; number < 200_000_000; number = number * 7 / 5 + 1) {
      numbers.add(number);
    }
    return numbers;
  }

  @ParameterizedTest
  @MethodSource("types")
  void wholeNumbers_areAllowedAsTheyAreRead(DurationType type) {
    Pattern pattern = pattern(type);
    for (long number : numbers(type)) {
      for (String form :
          List.of(
              "%d",
              "%dus", "%d µs", "%dms", "%d ms", "%ds", "%d.0s", "%dm", "00%dm", "%dh", "%dd")) {
        String text = form.formatted(number);
        assertEquals(isRead(type, text), pattern.matcher(text).matches(), text);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void fractions_thatAreRead_areAllowed(DurationType type) {
    Pattern pattern = pattern(type);
    List<String> read = new ArrayList<>();
    for (long number : numbers(type)) {
      for (String form :
          List.of(
              "%d.5ms",
              "%d.0us", "%d.5s", "%d.001s", "%d.999 s", "%d.25m", "%d.00005m", "%d.125h")) {
        String text = form.formatted(number);
        if (isRead(type, text)) {
          read.add(text);
          assertTrue(pattern.matcher(text).matches(), text);
        }
      }
    }
    assertTrue(read.size() > 2, read.toString());
  }

  @ParameterizedTest
  @MethodSource("types")
  void fractions_ofMilliseconds_areRefused(DurationType type) {
    assertEquals(
        List.of(),
        Stream.of("100.5ms", "999.9", "20.0001ms")
            .filter(pattern(type).asMatchPredicate())
            .toList());
  }
}
