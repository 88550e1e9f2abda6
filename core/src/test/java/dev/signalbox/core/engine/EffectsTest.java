package dev.signalbox.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardInfo;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Stamp;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What lights at an instant, in the cases that one draws on paper. */
class EffectsTest {
  private static final PartId A = new PartId("a");
  private static final PartId B = new PartId("b");

  private static BoardState board(Map<PartId, Part> parts) {
    Map<PartId, PartState> states = new HashMap<>();
    parts.forEach((id, part) -> states.put(id, new PartState(part, new Stamp(0, 0))));
    BoardInfo info = new BoardInfo("Yard", "outputs", new Link.Online());
    return new BoardState(new BoardId("yard"), info, new Stamp(0, 0), 0, states);
  }

  private static BoardState blinking(boolean active, int brightness, int blink, long since) {
    return board(Map.of(A, new Output("A", 1, active, brightness, blink, since)));
  }

  private static Map<PartId, Part> row(boolean running) {
    return Map.of(
        A,
        new Output("A", 1, false, 30, 7, 0),
        B,
        new Output("B", 2, true, 60, 0, 0),
        new PartId("row"),
        new Chase("Row", Members.of("b", "a"), 100, running, 1_000));
  }

  @Test
  void brightness_steady() {
    assertEquals(80, Effects.brightness(blinking(true, 80, 0, 500), A, 0));
    assertEquals(0, Effects.brightness(blinking(false, 80, 0, 500), A, 1_000));
    assertEquals(Long.MAX_VALUE, Effects.nextStep(blinking(true, 80, 0, 500), A, 1_000));
    assertEquals(Long.MAX_VALUE, Effects.nextStep(blinking(false, 80, 50, 0), A, 1_000));
  }

  @Test
  void brightness_blink_isLitFirstThenDark() {
    BoardState board = blinking(true, 80, 50, 1_000);
    assertEquals(80, Effects.brightness(board, A, 1_000));
    assertEquals(80, Effects.brightness(board, A, 1_049));
    assertEquals(0, Effects.brightness(board, A, 1_050));
    assertEquals(0, Effects.brightness(board, A, 1_099));
    assertEquals(80, Effects.brightness(board, A, 1_100));
    assertEquals(1_050, Effects.nextStep(board, A, 1_000));
    assertEquals(1_050, Effects.nextStep(board, A, 1_049));
    assertEquals(1_100, Effects.nextStep(board, A, 1_050));
  }

  @Test
  void brightness_beforeTheStart_isAsAtTheStart() {
    BoardState board = blinking(true, 80, 50, 1_000);
    assertEquals(80, Effects.brightness(board, A, 0));
    assertEquals(80, Effects.brightness(board, A, 949));
    assertEquals(1_050, Effects.nextStep(board, A, 0));
  }

  @Test
  void brightness_chase_decidesAloneAboutItsMembers() {
    BoardState board = board(row(true));
    for (long now : new long[] {0, 1_000, 1_099, 1_200}) {
      assertEquals(0, Effects.brightness(board, A, now));
      assertEquals(60, Effects.brightness(board, B, now));
    }
    for (long now : new long[] {1_100, 1_199, 1_300}) {
      assertEquals(30, Effects.brightness(board, A, now));
      assertEquals(0, Effects.brightness(board, B, now));
    }
    assertEquals(1_200, Effects.nextStep(board, A, 1_100));
    assertEquals(1_200, Effects.nextStep(board, B, 1_199));
  }

  @Test
  void brightness_chaseThatStands_leavesItsMembersAlone() {
    BoardState board = board(row(false));
    assertEquals(0, Effects.brightness(board, A, 1_100));
    assertEquals(60, Effects.brightness(board, B, 1_100));
  }

  @Test
  void brightness_ofNoOutput_isDark() {
    BoardState board = board(row(true));
    assertEquals(0, Effects.brightness(board, new PartId("c"), 1_100));
    assertEquals(0, Effects.brightness(board, new PartId("row"), 1_100));
    assertEquals(Long.MAX_VALUE, Effects.nextStep(board, new PartId("c"), 1_100));
  }
}
