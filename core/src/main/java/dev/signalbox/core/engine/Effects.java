package dev.signalbox.core.engine;

import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import java.util.Optional;

/**
 * What blinks and chases light at an instant.
 *
 * <p>An effect is a function of time: from its pattern, its interval and the instant it began,
 * anyone who knows the time computes the same phase, so an effect that runs costs no messages. A
 * chase that runs decides alone about its members: the one whose turn it is shines at its own
 * brightness, the others are dark. Any other output that is active is lit for one blink interval
 * and dark for the next, or lit steadily where it does not blink.
 *
 * <p>All instants are milliseconds since the Unix epoch. Before an effect's start it is as at its
 * start.
 */
public final class Effects {
  private Effects() {}

  /** What the output shows at {@code now}: 0 (dark) to 100 percent. */
  public static int brightness(BoardState board, PartId output, long now) {
    Output part = board.part(output, Output.class).orElse(null);
    if (part == null) {
      return 0;
    }
    boolean lit =
        runningChaseOf(board, output)
            .map(chase -> member(chase, now).equals(output))
            .orElseGet(() -> part.active() && blinkLit(part, now));
    return lit ? part.brightness() : 0;
  }

  /**
   * When what the output shows may next differ from what it shows at {@code now}.
   *
   * @return {@link Long#MAX_VALUE} where only a change of the state makes a difference
   */
  public static long nextStep(BoardState board, PartId output, long now) {
    Optional<Chase> chase = runningChaseOf(board, output);
    if (chase.isPresent()) {
      return nextMultiple(chase.get().since(), chase.get().interval(), now);
    }
    return board
        .part(output, Output.class)
        .filter(part -> part.active() && part.blink() > 0)
        .map(part -> nextMultiple(part.since(), part.blink(), now))
        .orElse(Long.MAX_VALUE);
  }

  /** The member that a running chase lights at {@code now}. */
  public static PartId member(Chase chase, long now) {
    int size = chase.members().ids().size();
    return chase.members().ids().get((int) (steps(chase.since(), chase.interval(), now) % size));
  }

  private static boolean blinkLit(Output part, long now) {
    return part.blink() == 0 || steps(part.since(), part.blink(), now) % 2 == 0;
  }

  private static Optional<Chase> runningChaseOf(BoardState board, PartId output) {
    for (PartState state : board.parts().values()) {
      if (state.part() instanceof Chase chase
          && chase.running()
          && chase.members().ids().contains(output)) {
        return Optional.of(chase);
      }
    }
    return Optional.empty();
  }

  private static long steps(long since, int interval, long now) {
    return Math.max(0, now - since) / interval;
  }

  private static long nextMultiple(long since, int interval, long now) {
    return since + (steps(since, interval, now) + 1) * interval;
  }
}
