package dev.signalbox.bench.compare;

import dev.signalbox.bench.load.Assignment;
import dev.signalbox.bench.load.Measurement;
import dev.signalbox.bench.load.Stimulus;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** How fast a contestant tells its clients of a change. */
final class Reactions {
  private Reactions() {}

  /**
   * Measures it.
   *
   * @param every from one change to the next
   * @throws IOException if no change reaches all of them
   */
  static Measurement.Reaction of(
      Pace pace, Contestant contestant, int clients, Stimulus stimulus, Duration every)
      throws IOException, InterruptedException {
    Assignment assignment =
        new Assignment(
            contestant.target(),
            clients,
            Arrival.AT_ONCE,
            pace.latencyLength(),
            OptionalLong.empty(),
            Optional.of(new Assignment.Prompting(stimulus, every)));
    Measurement taken = Measurement.take(assignment);
    Measurement.Reaction reaction = taken.costs().reaction().orElseThrow();
    if (taken.entry().live() != clients || reaction.last().count() == 0) {
      throw new IOException(contestant.name() + " did not tell all: " + taken.lines());
    }
    return reaction;
  }
}
