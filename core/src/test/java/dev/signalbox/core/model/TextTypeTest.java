package dev.signalbox.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTypeTest {
  private static final PropertyType.TextType NAME = new PropertyType.TextType(40);

  private static void assertRefused(Object raw, String rule) {
    assertEquals(new Checked.Broken<>(rule), NAME.check(raw));
  }

  private static void assertTaken(String text) {
    assertEquals(new Checked.Valid<>(text), NAME.check(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Gleis 3", "Ümlaut", "\u2028", "👍"})
  void text_ofAnyScript(String text) {
    assertTaken(text);
  }

  @Test
  void text_lengthIsCountedInCodePoints() {
    String forty = "🚂".repeat(40);
    assertEquals(80, forty.length());
    assertTaken(forty);
    assertRefused(forty + "x", "must be at most 40 characters");
    assertRefused("x".repeat(41), "must be at most 40 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\rb",
        "\u0000",
        "\t",
        "\u001f",
        "\u007f",
        "\u0085",
        "\u009f",
        "\ud83d",
        "\ude82",
        "\ude82\ud83d",
        "x\ud83dy"
      })
  void text_controlCharactersOrBrokenSurrogates(String text) {
    assertRefused(text, "must not have control characters or broken surrogates");
  }

  @ParameterizedTest
  @NullSource
  @MethodSource("notTexts")
  void text_anythingElse(Object raw) {
    assertRefused(raw, "must be text");
  }

  static List<Object> notTexts() {
    return List.of(7, true, 'c', List.of("text"));
  }
}
