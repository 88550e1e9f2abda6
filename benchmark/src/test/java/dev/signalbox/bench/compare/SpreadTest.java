package dev.signalbox.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How repeated measurements are told. */
final class SpreadTest {
  @Test
  void odd_isTheMiddleOne() {
    assertEquals("2.0 (1.0 to 9.0)", Spread.of(List.of(9.0, 1.0, 2.0)).text(1));
  }

  @Test
  void even_isBetweenTheTwo() {
    assertEquals("3 (1 to 9)", Spread.of(List.of(9.0, 1.0, 2.0, 4.0)).text(0));
  }

  @Test
  void one_hasNoSpread() {
    assertEquals("1.50", Spread.of(List.of(1.5)).text(2));
  }

  @Test
  void none_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
  }
}
