package dev.signalbox.core.laws;

import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Blinks and chases as a simple device does them: with a count-down for each effect that is taken
 * down by one every millisecond. It never looks at when an effect began.
 */
final class NaiveLights {
  /** One effect: how far it got, and how long until it goes on. */
  private static final class Effect {
    private int place;
    private int left;

    Effect(int interval) {
      left = interval;
    }

    void tick(int interval) {
      if (--left == 0) {
        place++;
        left = interval;
      }
    }
  }

  private final Map<PartId, Effect> effects = new HashMap<>();
  private BoardState board;

  NaiveLights(BoardState board) {
    this.board = board;
    board.parts().forEach((id, part) -> effects.put(id, new Effect(interval(part.part()))));
  }

  /** Something was switched or set: an effect that is another one now begins anew. */
  void set(BoardState after) {
    for (Map.Entry<PartId, PartState> entry : after.parts().entrySet()) {
      Part before = board.part(entry.getKey()).orElse(null);
      Part now = entry.getValue().part();
      if (!isSameEffect(before, now)) {
        effects.put(entry.getKey(), new Effect(interval(now)));
      }
    }
    board = after;
  }

  /** A millisecond goes by. */
  void tick() {
    board.parts().forEach((id, part) -> effect(id).tick(interval(part.part())));
  }

  /** What an output shows, in percent. */
  int brightness(PartId id) {
    Output output = board.part(id, Output.class).orElseThrow();
    return isLit(id, output) ? output.brightness() : 0;
  }

  private boolean isLit(PartId id, Output output) {
    for (Map.Entry<PartId, PartState> entry : board.parts().entrySet()) {
      if (entry.getValue().part() instanceof Chase chase
          && chase.running()
          && chase.members().ids().contains(id)) {
        int place = effect(entry.getKey()).place % chase.members().ids().size();
        return chase.members().ids().get(place).equals(id);
      }
    }
    return output.active() && (output.blink() == 0 || effect(id).place % 2 == 0);
  }

  private Effect effect(PartId id) {
    Effect effect = effects.get(id);
    if (effect == null) {
      throw new AssertionError("no effect of " + id);
    }
    return effect;
  }

  private static boolean isSameEffect(@Nullable Part before, Part now) {
    return switch (now) {
      case Output output ->
          before instanceof Output was
              && was.active() == output.active()
              && was.blink() == output.blink();
      case Chase chase ->
          before instanceof Chase was
              && was.members().equals(chase.members())
              && was.interval() == chase.interval()
              && was.running() == chase.running();
      default -> true;
    };
  }

  private static int interval(Part part) {
    return switch (part) {
      case Output output when output.blink() > 0 -> output.blink();
      case Chase chase -> chase.interval();
      default -> Integer.MAX_VALUE;
    };
  }
}
