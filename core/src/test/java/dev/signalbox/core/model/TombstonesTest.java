package dev.signalbox.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.fixture.Boards;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TombstonesTest {
  private static final long HOUR = 3_600_000;

  /** So many tombstones, with sequence numbers from 1, all of time 0. */
  private static Tombstones of(int count) {
    Map<PartAddress, Stamp> parts = new LinkedHashMap<>();
    for (int i = 1; i <= count; i++) {
      parts.put(part(i), new Stamp(i, 0));
    }
    return new Tombstones(parts, 0);
  }

  private static PartAddress part(int number) {
    return PartAddress.of("plugs", "p" + number);
  }

  private static Tombstones goes(Tombstones before, int part, long sequence, long at) {
    return before.after(new Change.PartGone(new Stamp(sequence, at), part(part)));
  }

  @Test
  void gone_tenThousand_areKeptForGood() {
    Tombstones after = goes(of(9_999), 10_000, 10_000, 1_000 * HOUR);
    assertEquals(10_000, after.parts().size());
    assertEquals(0, after.forgotten());
  }

  @Test
  void gone_moreThanTenThousand_areKeptForAnHour() {
    Tombstones before = of(12_000);
    Tombstones within = goes(before, 20_000, 20_000, HOUR - 1);
    assertEquals(12_001, within.parts().size());
    assertEquals(0, within.forgotten());
    Tombstones later = goes(before, 20_000, 20_000, HOUR);
    assertEquals(10_000, later.parts().size());
    assertEquals(2_001, later.forgotten());
    assertFalse(later.parts().containsKey(part(2_001)));
    assertTrue(later.parts().containsKey(part(2_002)));
  }

  @Test
  void gone_moreThanFiftyThousand_areForgottenWhateverTheirAge() {
    Tombstones after = goes(of(50_000), 60_000, 60_000, 0);
    assertEquals(50_000, after.parts().size());
    assertEquals(1, after.forgotten());
  }

  @Test
  void gone_again_isTheNewestOfAll() {
    Tombstones after = goes(of(3), 1, 4, 9);
    assertEquals(List.of(part(2), part(3), part(1)), List.copyOf(after.parts().keySet()));
    assertEquals(new Stamp(4, 9), after.parts().get(part(1)));
  }

  @Test
  void put_takesTheTombstoneAwayAndForgetsNothing() {
    Tombstones before = new Tombstones(of(3).parts(), 7);
    Change put = new Change.PartPut(new Stamp(8, 0), part(2), Boards.sensor(1));
    Tombstones after = before.after(put);
    assertEquals(List.of(part(1), part(3)), List.copyOf(after.parts().keySet()));
    assertEquals(7, after.forgotten());
  }

  @Test
  void forgotten_neverGoesBack() {
    Tombstones before = new Tombstones(of(10_000).parts(), 70_000);
    assertEquals(70_000, goes(before, 80_000, 80_000, HOUR).forgotten());
  }
}
