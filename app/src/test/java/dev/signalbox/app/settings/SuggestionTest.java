package dev.signalbox.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  @ParameterizedTest
  @CsvSource({
    "brigthness, brightness",
    "Brightness, brightness",
    "brightnes, brightness",
    "intervall, interval",
    "commandsPerSecond, commands-per-second",
    "on, on",
    "no, on",
    "chase, chases",
    "contr, counter"
  })
  void word_misspelt_isTheOneThatWasMeant(String word, String meant) {
    List<String> known =
        List.of("name", "on", "brightness", "interval", "commands-per-second", "chases", "counter");

    assertEquals(Optional.of(meant), Suggestion.of(word, known));
  }

  @ParameterizedTest
  @CsvSource({"teapot", "x", "zz", "colour"})
  void word_likeNone_isNotGuessed(String word) {
    assertEquals(Optional.empty(), Suggestion.of(word, List.of("name", "on", "brightness")));
  }

  @Test
  void word_emptyOrEndless_isNotGuessed() {
    assertEquals(Optional.empty(), Suggestion.of("", List.of("a")));
    assertEquals(Optional.empty(), Suggestion.of("a".repeat(100_000), List.of("a")));
  }

  @Property
  void distance_ofAnyTwo_isThatOfTheDefinition(
      @ForAll @StringLength(max = 5) @CharRange(from = 'a', to = 'c') String a,
      @ForAll @StringLength(max = 5) @CharRange(from = 'a', to = 'c') String b) {
    assertEquals(defined(a, b), Suggestion.distance(a, b));
  }

  /** The recursive definition, from the front. */
  private static int defined(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length();
    }
    int least =
        Math.min(
            Math.min(defined(a.substring(1), b), defined(a, b.substring(1))) + 1,
            defined(a.substring(1), b.substring(1)) + (a.charAt(0) == b.charAt(0) ? 0 : 1));
    boolean swapped =
        a.length() > 1
            && b.length() > 1
            && a.charAt(0) == b.charAt(1)
            && a.charAt(1) == b.charAt(0);
    return swapped ? Math.min(least, defined(a.substring(2), b.substring(2)) + 1) : least;
  }
}
