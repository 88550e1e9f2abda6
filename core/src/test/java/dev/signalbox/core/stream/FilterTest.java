package dev.signalbox.core.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardInfo;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Stamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FilterTest {
  private final Rig rig = Rig.of(Boards.yard(), Boards.toggle());

  private static Filter of(Set<BoardId> boards, String... parts) {
    return new Filter(boards, Stream.of(parts).map(Glob::new).toList());
  }

  private static Change gone(String address) {
    return new Change.PartGone(new Stamp(1, 0), Commands.at(address));
  }

  private static Change info(BoardId board) {
    BoardInfo info = new BoardInfo("x", "y", new Link.Online());
    return new Change.BoardChanged(new Stamp(1, 0), board, info);
  }

  @Test
  void all_selectsEverything() {
    assertTrue(Filter.ALL.isAll());
    assertTrue(Filter.ALL.selects(Boards.YARD));
    assertTrue(Filter.ALL.selects(Boards.YARD, new PartId("out1")));
    assertTrue(Filter.ALL.selects(gone("yard/out1")));
    assertTrue(Filter.ALL.selects(info(Boards.YARD)));
  }

  @Test
  void boards_selectTheirPartsAndThemselves() {
    Filter filter = of(Set.of(Boards.YARD));
    assertFalse(filter.isAll());
    assertTrue(filter.selects(gone("yard/out1")));
    assertTrue(filter.selects(info(Boards.YARD)));
    assertFalse(filter.selects(gone("toggle/led")));
    assertFalse(filter.selects(info(Boards.TOGGLE)));
  }

  @Test
  void parts_ofWhichOneFits_onAnyBoard() {
    Filter filter = of(Set.of(), "out*", "led");
    assertFalse(filter.isAll());
    assertTrue(filter.selects(gone("yard/out1")));
    assertTrue(filter.selects(gone("toggle/led")));
    assertFalse(filter.selects(gone("toggle/switch")));
    assertTrue(filter.selects(info(Boards.TOGGLE)), "the board itself is no part");
  }

  @Test
  void boardsAndParts_bothMustFit() {
    Filter filter = of(Set.of(Boards.TOGGLE), "out*", "led");
    assertTrue(filter.selects(gone("toggle/led")));
    assertFalse(filter.selects(gone("yard/out1")));
    assertFalse(filter.selects(gone("yard/led")));
  }

  @Test
  void unknownIn_whatIsThereOrIsAPattern_isKnown() {
    for (Filter filter :
        List.of(
            Filter.ALL,
            of(Set.of(Boards.YARD, Boards.TOGGLE)),
            of(Set.of(Boards.YARD), "out1", "runway"),
            of(Set.of(), "led", "out1"),
            of(Set.of(Boards.YARD), "none*", "?"))) {
      assertEquals(Optional.empty(), filter.unknownIn(rig.state()));
    }
  }

  @Test
  void unknownIn_namesWhatIsNot() {
    assertEquals(
        Optional.of("board 'attic'"),
        of(Set.of(Boards.YARD, new BoardId("attic"))).unknownIn(rig.state()));
    assertEquals(
        Optional.of("part 'led'"), of(Set.of(Boards.YARD), "out1", "led").unknownIn(rig.state()));
  }

  @Test
  void unknownIn_whatCanBeNoId_isUnknown() {
    for (String pattern : List.of("-", "-led", "x".repeat(64))) {
      assertEquals(
          Optional.of("part '" + pattern + "'"), of(Set.of(), pattern).unknownIn(rig.state()));
    }
  }

  @Test
  void unknownIn_whatIsGone_isKnownStill() {
    rig.accept(Commands.remove("yard/runway"));
    assertEquals(Optional.empty(), of(Set.of(), "runway").unknownIn(rig.state()));
    assertEquals(
        Optional.of("part 'runway'"), of(Set.of(Boards.TOGGLE), "runway").unknownIn(rig.state()));
  }
}
