package dev.signalbox.core.laws;

import dev.signalbox.core.fixture.Replica;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.stream.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What was true after each single change of a history, those inside of batches too. */
final class Truth {
  private final List<Change> changes;
  private final List<HubState> states = new ArrayList<>();

  Truth(Played played) {
    changes = played.changes();
    states.add(played.initial());
    changes.forEach(change -> states.add(states.getLast().after(List.of(change))));
  }

  /** The sequence number of the last change. */
  long end() {
    return states.getLast().sequence();
  }

  HubState at(long sequence) {
    return states.get((int) sequence);
  }

  /** What a client with that filter has when it is complete up to {@code sequence}. */
  Replica at(long sequence, Filter filter) {
    return Replica.of(at(sequence), filter);
  }

  /** The first change after {@code sequence} that {@code filter} selects. */
  OptionalLong next(long sequence, Filter filter) {
    return changes.stream()
        .filter(change -> change.sequence() > sequence && filter.selects(change))
        .mapToLong(Change::sequence)
        .findFirst();
  }

  /** How many changes {@code filter} selects, from {@code after + 1} to {@code upTo}. */
  long count(long after, long upTo, Filter filter) {
    return changes.subList((int) after, (int) upTo).stream().filter(filter::selects).count();
  }
}
