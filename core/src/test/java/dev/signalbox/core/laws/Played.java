package dev.signalbox.core.laws;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.fixture.Rig.Published;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.SavedSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * A history as it went.
 *
 * @param turns one for each turn of the history
 */
record Played(HubState initial, List<PlayedTurn> turns) {
  /** The answers of one turn, in the order of its requests, and what became public in it. */
  record PlayedTurn(List<Outcome> outcomes, List<Published> published) {}

  /** Plays {@code history} on the sample boards. */
  static Played of(History history) {
    Rig rig = new Rig(Boards.all(), SavedSettings.NONE);
    HubState initial = rig.state();
    rig.turn();
    List<PlayedTurn> turns = new ArrayList<>();
    for (History.Turn turn : history.turns()) {
      turns.add(play(turn, rig));
    }
    return new Played(initial, turns);
  }

  private static PlayedTurn play(History.Turn turn, Rig rig) {
    int before = rig.published().size();
    List<Outcome> outcomes = new ArrayList<>();
    for (History.Input input : turn.inputs()) {
      switch (input) {
        case History.Ask ask -> rig.engine().submit(ask.request(outcomes::add));
        case History.Observe o -> rig.driver(o.board()).reports().offer(o.reports());
        case History.Break b -> rig.driver(b.board()).failOnce(b.call());
      }
    }
    rig.pass(turn.ms());
    List<Published> published = rig.published().subList(before, rig.published().size());
    return new PlayedTurn(outcomes, List.copyOf(published));
  }

  List<Published> published() {
    return turns.stream().flatMap(turn -> turn.published().stream()).toList();
  }

  List<Change> changes() {
    return published().stream().flatMap(one -> one.changes().stream()).toList();
  }

  /** The state after the last turn. */
  HubState end() {
    return published().isEmpty() ? initial : published().getLast().after();
  }
}
