package dev.signalbox.core.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.fixture.Replica;
import dev.signalbox.core.fixture.Rig.Published;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Stamp;
import dev.signalbox.core.stream.Filter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** What holds of the state and its changes, whatever happens. */
@Domain(Histories.class)
class StateLawTest {
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void changes_appliedToTheSnapshot_giveTheState(@ForAll History history) {
    Played played = Played.of(history);
    Replica replica = Replica.of(played.initial(), Filter.ALL);
    for (Published one : played.published()) {
      one.changes().forEach(replica::apply);
      assertEquals(Replica.of(one.after(), Filter.ALL), replica);
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void changes_haveNumbersWithoutGaps(@ForAll History history) {
    Played played = Played.of(history);
    long last = played.initial().sequence();
    for (Published one : played.published()) {
      assertTrue(!one.changes().isEmpty(), "published nothing");
      assertEquals(last, one.before().sequence());
      for (Change change : one.changes()) {
        assertEquals(++last, change.sequence());
      }
      assertEquals(last, one.after().sequence());
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void stamps_areThoseOfTheLastChange(@ForAll History history) {
    Played played = Played.of(history);
    LastChanges last = new LastChanges(played.initial());
    for (Published one : played.published()) {
      one.changes().forEach(last::take);
      one.after().boards().values().forEach(last::check);
      assertEquals(last.gone, one.after().tombstones().parts());
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void outputs_areInAtMostOneChase(@ForAll History history) {
    for (Published one : Played.of(history).published()) {
      one.after().boards().values().forEach(StateLawTest::checkChases);
    }
  }

  private static void checkChases(BoardState board) {
    Set<PartId> taken = new HashSet<>();
    for (PartState part : board.parts().values()) {
      if (part.part() instanceof Chase chase) {
        for (PartId member : chase.members().ids()) {
          assertTrue(taken.add(member), () -> member + " is in two chases of " + board);
          assertTrue(board.part(member, Output.class).isPresent(), () -> member + " is missing");
        }
      }
    }
  }

  /** Which change was the last about what, kept by a second bookkeeper. */
  private static final class LastChanges {
    private final Map<PartAddress, Stamp> parts = new HashMap<>();
    private final Map<PartAddress, Stamp> gone = new HashMap<>();
    private final Map<BoardId, Stamp> infos = new HashMap<>();
    private final Map<BoardId, Long> boards = new HashMap<>();

    LastChanges(HubState initial) {
      for (BoardState board : initial.boards().values()) {
        infos.put(board.id(), board.infoChanged());
        boards.put(board.id(), 0L);
        board
            .parts()
            .forEach((id, part) -> parts.put(new PartAddress(board.id(), id), part.changed()));
      }
    }

    void take(Change change) {
      boards.put(change.board(), change.sequence());
      switch (change) {
        case Change.PartChanged c -> parts.put(c.address(), c.stamp());
        case Change.PartPut c -> {
          parts.put(c.address(), c.stamp());
          gone.remove(c.address());
        }
        case Change.PartGone c -> {
          parts.remove(c.address());
          gone.put(c.address(), c.stamp());
        }
        case Change.BoardChanged c -> infos.put(c.board(), c.stamp());
      }
    }

    void check(BoardState board) {
      assertEquals(boards.get(board.id()), board.lastSequence());
      assertEquals(infos.get(board.id()), board.infoChanged());
      board
          .parts()
          .forEach((id, part) ->
              assertEquals(parts.get(new PartAddress(board.id(), id)), part.changed()));
    }
  }
}
