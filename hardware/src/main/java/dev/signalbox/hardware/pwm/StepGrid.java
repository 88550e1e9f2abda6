package dev.signalbox.hardware.pwm;

import dev.signalbox.core.engine.Driver;
import java.util.function.IntPredicate;

/**
 * Where in the period software PWM is, and which step it has to be at next; it rests while there is
 * none. Owned by its schedule; nothing here allocates.
 */
final class StepGrid {
  private final int steps;
  private final long stepNanos;
  private final IntPredicate busy;
  private boolean resting = true;
  private int at;
  private long atNanos;
  private int ahead;

  /**
   * A grid at rest.
   *
   * @param busy whether there is something to do at a step, 0 to {@code steps} - 1
   */
  StepGrid(int steps, long stepNanos, IntPredicate busy) {
    this.steps = steps;
    this.stepNanos = stepNanos;
    this.busy = busy;
  }

  boolean isResting() {
    return resting;
  }

  /** When the next step with something to do is; {@link Driver#NEVER} at rest. */
  long due() {
    return resting ? Driver.NEVER : atNanos + ahead * stepNanos;
  }

  /** Ends the rest, if a step has something to do; the first that has is now. */
  void begin(long now) {
    at = steps - 1;
    atNanos = now;
    lookAhead();
    atNanos -= ahead * stepNanos;
  }

  /** Leaves the steps behind that are over and had nothing to do; a wish may have come for one. */
  void passEmpty(long now) {
    int over = (int) ((now - atNanos) / stepNanos);
    at = (at + over) % steps;
    atNanos += over * stepNanos;
    lookAhead();
  }

  /**
   * Goes to the step that is due; where a whole period was missed, the grid begins anew there.
   *
   * @return which step that is
   */
  int arrive(long now) {
    long due = due();
    at = (at + ahead) % steps;
    atNanos = now - due >= steps * stepNanos ? now : due;
    return at;
  }

  /** Finds the next step with something to do; none is rest. */
  void lookAhead() {
    for (ahead = 1; ahead <= steps; ahead++) {
      if (busy.test((at + ahead) % steps)) {
        resting = false;
        return;
      }
    }
    resting = true;
  }
}
