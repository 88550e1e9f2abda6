package dev.signalbox.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdTest {
  static List<String> good() {
    return List.of("a", "0", "out1", "sensor-a", "a-", "a--b", "x".repeat(63));
  }

  static List<String> bad() {
    return List.of(
        "",
        "-",
        "-a",
        "A",
        "aB",
        "a_b",
        "a.b",
        "a/b",
        "a b",
        " a",
        "a\n",
        "ä",
        "a\u0000",
        "٣",
        "x".repeat(64));
  }

  @ParameterizedTest
  @MethodSource("good")
  void id_thatKeepsTheRule(String text) {
    assertTrue(BoardId.isValid(text));
    assertTrue(PartId.isValid(text));
    assertEquals(text, new BoardId(text).toString());
    assertEquals(text, new PartId(text).toString());
  }

  @ParameterizedTest
  @MethodSource("bad")
  void id_thatBreaksTheRule(String text) {
    assertFalse(BoardId.isValid(text));
    assertFalse(PartId.isValid(text));
    assertThrows(IllegalArgumentException.class, () -> new BoardId(text));
    String message =
        assertThrows(IllegalArgumentException.class, () -> new PartId(text)).getMessage();
    assertTrue(message.contains("'" + text + "' must be 1 to 63 of a-z"), message);
  }

  @Test
  void address_isBoardAndPart() {
    assertEquals("yard/out1", PartAddress.of("yard", "out1").toString());
  }

  @Test
  void members_noneTooManyOrTwice() {
    assertThrows(IllegalArgumentException.class, Members::of);
    assertThrows(IllegalArgumentException.class, () -> Members.of("a", "b", "a"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Members.of("a", "b", "c", "d", "e", "f", "g", "h", "i"));
  }
}
