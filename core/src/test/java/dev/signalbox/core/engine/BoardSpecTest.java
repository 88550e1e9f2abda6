package dev.signalbox.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.BoardId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoardSpecTest {
  private static BoardSpec named(String name) {
    return new BoardSpec(new BoardId("yard"), name, "outputs", Map.of(), Map.of());
  }

  @Test
  void name_ofOneTo40Characters() {
    for (String name : List.of("x", "x".repeat(40), "🚂".repeat(40))) {
      assertEquals(name, named(name).name());
    }
  }

  @Test
  void name_emptyOrTooLong() {
    for (String name : List.of("", "  ", "x".repeat(41), "🚂".repeat(41))) {
      assertThrows(IllegalArgumentException.class, () -> named(name));
    }
  }

  @Test
  void moment_isPast() {
    Moment now = new Moment(5_000_000, 0);
    assertEquals(7_000_000, now.nanosIn(2));
    assertTrue(now.isPast(4_999_999));
    assertTrue(now.isPast(5_000_000));
    assertFalse(now.isPast(5_000_001));
    assertFalse(now.isPast(Driver.NEVER));
    assertFalse(new Moment(-5, 0).isPast(Driver.NEVER));
    // The monotonic clock may wrap.
    assertTrue(new Moment(Long.MIN_VALUE + 5, 0).isPast(Long.MAX_VALUE - 5));
  }
}
