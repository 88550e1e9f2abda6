package dev.signalbox.core.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.fixture.Rig.Published;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.ChangeStream;
import dev.signalbox.core.stream.Cursor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** All of a request becomes true, at once and in one piece, or nothing of it. */
@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class BatchLawTest {
  /**
   * A history without the requests that were refused, and with each that was accepted taken apart
   * into its commands, comes to the same changes. So what was refused left no trace, and what was
   * accepted is one run of consecutive changes.
   */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void requests_areTheirCommandsOneByOneOrNothing(@ForAll History history) {
    Played played = Played.of(history);
    Played apart = Played.of(apart(history, played));
    assertEquals(played.published(), apart.published());
    assertEquals(results(played), results(apart));
  }

  private static History apart(History history, Played played) {
    Set<Outcome> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<History.Turn> turns = new ArrayList<>();
    for (int i = 0; i < history.turns().size(); i++) {
      History.Turn turn = history.turns().get(i);
      var outcomes = played.turns().get(i).outcomes().iterator();
      List<History.Input> inputs = new ArrayList<>();
      for (History.Input input : turn.inputs()) {
        switch (input) {
          case History.Ask ask -> inputs.addAll(apart(ask, outcomes.next(), seen));
          case History.Observe _, History.Break _ -> inputs.add(input);
        }
      }
      turns.add(new History.Turn(turn.ms(), inputs));
    }
    return new History(turns);
  }

  private static List<? extends History.Input> apart(
      History.Ask ask, Outcome outcome, Set<Outcome> seen) {
    boolean repetition = !seen.add(outcome);
    return switch (outcome) {
      case Outcome.Accepted _ when repetition -> List.of();
      case Outcome.Accepted _ ->
          ask.commands().stream().map(command -> without(List.of(command))).toList();
      // A driver that failed is the one thing that a refused request may leave behind.
      case Outcome.Rejected(Rejection.BoardOffline _, int _) -> List.of(without(ask.commands()));
      case Outcome.Rejected _ -> List.of();
    };
  }

  private static History.Ask without(List<Command> commands) {
    return new History.Ask(commands, Optional.empty(), OptionalLong.empty());
  }

  private static List<Outcome.Result> results(Played played) {
    Set<Outcome> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Outcome.Result> results = new ArrayList<>();
    for (Played.PlayedTurn turn : played.turns()) {
      for (Outcome outcome : turn.outcomes()) {
        if (seen.add(outcome) && outcome instanceof Outcome.Accepted accepted) {
          results.addAll(accepted.results());
        }
      }
    }
    return results;
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void accepted_namesTheChangeUpToWhichItIsTrue(@ForAll History history) {
    Played played = Played.of(history);
    Truth truth = new Truth(played);
    for (Played.PlayedTurn turn : played.turns()) {
      for (Outcome outcome : turn.outcomes()) {
        if (outcome instanceof Outcome.Accepted accepted) {
          checkTrue(accepted, truth);
        }
      }
    }
  }

  private static void checkTrue(Outcome.Accepted accepted, Truth truth) {
    Outcome.Result last = accepted.results().getLast();
    HubState then = truth.at(accepted.sequence());
    last.address()
        .ifPresent(address -> assertEquals(last.part(), then.part(address), accepted::toString));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void accepted_isPublicInOnePieceBeforeItIsAnswered(@ForAll History history) {
    long end = 0;
    for (Played.PlayedTurn turn : Played.of(history).turns()) {
      // Two publications at most: what was asked for, and what the hardware made of it.
      assertTrue(turn.published().size() <= 2, turn::toString);
      end = turn.published().isEmpty() ? end : turn.published().getFirst().after().sequence();
      for (Outcome outcome : turn.outcomes()) {
        if (outcome instanceof Outcome.Accepted accepted) {
          assertTrue(accepted.sequence() <= end, accepted::toString);
        }
      }
      end = turn.published().isEmpty() ? end : turn.published().getLast().after().sequence();
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void cursor_stopsOnlyWhereATurnWasPublished(
      @ForAll History history, @ForAll @Size(20) List<Boolean> looks) {
    Played played = Played.of(history);
    ChangeLog log = new ChangeLog(ChangeLog.DEFAULT_CAPACITY);
    ChangeStream stream = new ChangeStream(played.initial(), log);
    Cursor cursor = stream.cursor();
    List<Change> read = new ArrayList<>();
    int turn = 0;
    for (Published one : played.published()) {
      stream.publish(one.changes(), one.after());
      if (looks.get(turn++ % looks.size())) {
        read.addAll(cursor.advance().orElseThrow());
        assertEquals(one.after(), cursor.state());
        assertEquals(played.changes().subList(0, read.size()), read);
      }
    }
    read.addAll(cursor.advance().orElseThrow());
    assertEquals(played.changes(), read);
  }
}
