package dev.signalbox.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ViolationTest {
  @Test
  void of_shortText_isShownWhole() {
    String sixty = "x".repeat(60);
    assertEquals(new Violation("name", sixty, "is wrong"), Violation.of("name", sixty, "is wrong"));
  }

  @Test
  void of_longText_isCut() {
    String cut = "x".repeat(60) + "…";
    assertEquals(
        new Violation(cut, cut, "is wrong"),
        Violation.of("x".repeat(61), "x".repeat(100_000), "is wrong"));
  }

  @Test
  void of_longText_isNotCutThroughACharacter() {
    String text = "x" + "🚂".repeat(40);
    assertEquals("x" + "🚂".repeat(29) + "…", Violation.of("name", text, "").value());
  }

  @Test
  void toString_saysWhatAndWhy() {
    assertEquals(
        "'blink' is 9: it must be more", Violation.of("blink", 9, "must be more").toString());
    assertEquals(
        "'blink' is null: it is wrong", Violation.of("blink", null, "is wrong").toString());
  }
}
