package dev.signalbox.core.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {
  @Property(tries = 5_000)
  void matches_asARegularExpressionDoes(
      @ForAll @Chars({'a', 'b', '-', '*', '?'}) @StringLength(min = 1, max = 9) String pattern,
      @ForAll @Chars({'a', 'b', '-'}) @StringLength(max = 9) String text) {
    String regex = pattern.replace("*", ".*").replace("?", ".");
    assertEquals(Pattern.matches(regex, text), new Glob(pattern).matches(text));
  }

  @Property(tries = 1_000)
  void matches_whatItWasMadeFrom(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 30) String text,
      @ForAll int seed) {
    StringBuilder pattern = new StringBuilder(text);
    RandomGenerator random = new Random(seed);
    for (int i = 0; i < pattern.length(); i++) {
      switch (random.nextInt(4)) {
        case 0 -> pattern.setCharAt(i, '?');
        case 1 -> pattern.setCharAt(i, '*');
        default -> {}
      }
    }
    assertTrue(new Glob(pattern.toString()).matches(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"out1", "*", "?", "-", "a*b?c", "0"})
  void pattern_ofIdCharactersAndWildcards(String pattern) {
    assertEquals(pattern, new Glob(pattern).pattern());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "a b", "[a]", "a,b", "a.b", "a\n", "ä", "(", "\\", "a/b", "\u0000"})
  void pattern_ofOtherCharacters(String pattern) {
    assertThrows(IllegalArgumentException.class, () -> new Glob(pattern));
  }

  @Test
  void pattern_atMost64Characters() {
    assertTrue(new Glob("a".repeat(64)).isExact());
    assertThrows(IllegalArgumentException.class, () -> new Glob("a".repeat(65)));
  }

  @Test
  void isExact_withoutWildcards() {
    assertTrue(new Glob("out1").isExact());
    assertFalse(new Glob("out*").isExact());
    assertFalse(new Glob("out?").isExact());
  }

  @Test
  void matches_hostilePattern_inReasonableTime() {
    Glob glob = new Glob("*a".repeat(32));
    String text = "a".repeat(10_000) + "b";
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertFalse(glob.matches(text)));
  }
}
