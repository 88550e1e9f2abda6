package dev.signalbox.core.laws;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.Glob;
import dev.signalbox.core.stream.Subscriber.Mode;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * A client, and how it fares.
 *
 * @param most how many changes it catches up on at a time
 * @param fates one for each publication, over again when they run out
 */
record Audience(Filter filter, Mode mode, int most, List<Fate> fates) {
  /** How a client fares at one publication. */
  sealed interface Fate {
    /** All is well; its event loop may tell it the current id. */
    record Well(boolean keepAlive) implements Fate {}

    /** It can't be written to. */
    record Slow() implements Fate {}

    /** Its connection breaks after some messages. */
    record Cut(int after) implements Fate {}

    /** Its event loop is busy elsewhere. */
    record Unnoticed() implements Fate {}
  }

  Fate fate(int publication) {
    return fates.get(publication % fates.size());
  }

  static Arbitrary<Audience> any(Mode mode) {
    return Combinators.combine(filters(), Arbitraries.of(1, 2, 5, 1_000), fate().list().ofSize(20))
        .as((filter, most, fates) -> new Audience(filter, mode, most, fates));
  }

  private static Arbitrary<Fate> fate() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.of(true, false).map(Fate.Well::new)),
        Tuple.of(3, Arbitraries.just(new Fate.Slow())),
        Tuple.of(2, Arbitraries.integers().between(0, 4).map(Fate.Cut::new)),
        Tuple.of(2, Arbitraries.just(new Fate.Unnoticed())));
  }

  static Arbitrary<Filter> filters() {
    Arbitrary<Set<dev.signalbox.core.model.BoardId>> boards =
        Arbitraries.of(Boards.YARD, Boards.COUNTER, Boards.TOGGLE, Boards.PLUGS).set().ofMaxSize(2);
    Arbitrary<List<Glob>> parts =
        Arbitraries.of("out*", "chase?", "*", "led", "s?", "*-none")
            .map(Glob::new)
            .list()
            .ofMaxSize(2);
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(Filter.ALL)),
        Tuple.of(3, Combinators.combine(boards, parts).as(Filter::new)));
  }
}
