package dev.signalbox.hardware.tm1637;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceTest {
  /** The segments as they lie: A above, F and B, G in the middle, E and C, D below. */
  private static final Map<Character, String> DRAWN =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry('0', "ABCDEF"),
              Map.entry('1', "BC"),
              Map.entry('2', "ABGED"),
              Map.entry('3', "ABGCD"),
              Map.entry('4', "FGBC"),
              Map.entry('5', "AFGCD"),
              Map.entry('6', "AFGEDC"),
              Map.entry('7', "ABC"),
              Map.entry('8', "ABCDEFG"),
              Map.entry('9', "ABCDFG"),
              Map.entry('-', "G"),
              Map.entry(' ', "")));

  private static int pattern(String segments) {
    return segments.chars().map(segment -> 1 << (segment - 'A')).sum();
  }

  @Test
  void text_asPeopleReadIt() {
    DRAWN.forEach((character, segments) -> {
      for (int place = 0; place < 4; place++) {
        StringBuilder text = new StringBuilder("    ");
        text.setCharAt(place, character);
        Face face = Face.of(text.toString(), true, 3);
        for (int digit = 0; digit < 4; digit++) {
          int expected = digit == place ? pattern(segments) : 0;
          assertEquals(expected, face.digit(digit), "'" + text + "', digit " + digit);
        }
      }
    });
  }

  @Test
  void colon_isThePointOfTheSecondDigit() {
    Face face = Face.of("1234", true, 7).withColon();

    assertEquals(pattern("BC"), face.digit(0));
    assertEquals(pattern("ABGED") + 0x80, face.digit(1));
    assertEquals(pattern("ABGCD"), face.digit(2));
    assertEquals(pattern("FGBC"), face.digit(3));
    assertEquals(face, face.withColon());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123", "12345", "12:4", "1e34", "１２３４"})
  void text_thatDoesNotFit(String text) {
    assertThrows(IllegalArgumentException.class, () -> Face.of(text, true, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 8})
  void brightness_outOfRange(int brightness) {
    assertThrows(IllegalArgumentException.class, () -> new Face(0, true, brightness));
  }
}
