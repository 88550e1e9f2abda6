package dev.signalbox.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.fixture.Rig;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HubStateTest {
  private static final HubState STATE = Rig.of(Boards.toggle()).state();
  private static final Led LIT = new Led("Led", true);

  private static Change lit(long sequence, String address) {
    return new Change.PartChanged(new Stamp(sequence, 5), Commands.at(address), LIT, Set.of("lit"));
  }

  @Test
  void after_aChange_hasItAndItsStamp() {
    HubState after = STATE.after(List.of(lit(1, "toggle/led")));
    assertEquals(1, after.sequence());
    assertEquals(
        Optional.of(new PartState(LIT, new Stamp(1, 5))), after.part(Commands.at("toggle/led")));
    assertEquals(1, after.board(Boards.TOGGLE).orElseThrow().lastSequence());
    assertEquals(0, STATE.sequence());
  }

  @Test
  void after_aGap() {
    assertThrows(IllegalArgumentException.class, () -> STATE.after(List.of(lit(2, "toggle/led"))));
    assertThrows(
        IllegalArgumentException.class,
        () -> STATE.after(List.of(lit(1, "toggle/led"), lit(1, "toggle/led"))));
  }

  @Test
  void after_aChangeOfAnUnknownBoard() {
    assertThrows(IllegalArgumentException.class, () -> STATE.after(List.of(lit(1, "attic/led"))));
  }

  @Test
  void part_ofUnknownBoardOrPart_isEmpty() {
    assertEquals(Optional.empty(), STATE.part(Commands.at("attic/led")));
    assertEquals(Optional.empty(), STATE.part(Commands.at("toggle/lamp")));
  }

  @Test
  void part_ofAnotherKind_isEmpty() {
    BoardState board = STATE.board(Boards.TOGGLE).orElseThrow();
    assertEquals(Optional.empty(), board.part(new PartId("led"), Switch.class));
    assertEquals(Optional.of(new Led("Led", false)), board.part(new PartId("led"), Led.class));
  }
}
