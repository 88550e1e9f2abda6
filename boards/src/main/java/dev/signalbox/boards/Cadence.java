package dev.signalbox.boards;

import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.Moment;
import java.time.Duration;

/**
 * Something that is due again and again at the same interval on the monotonic clock, without drift:
 * a beat that comes late does not put off the next. Owned by the engine's thread.
 *
 * <p>Beats that were missed come one after the other, up to a number of them. Behind by more, the
 * hub was not late but away (a machine that slept): one beat stands for all, and the next is the
 * next on the old grid.
 */
final class Cadence {
  private final long intervalNanos;
  private final int mostBehind;
  private long due = Driver.NEVER;

  /**
   * @param mostBehind by how many beats it may be late and still make up for each
   */
  Cadence(Duration interval, int mostBehind) {
    intervalNanos = interval.toNanos();
    this.mostBehind = mostBehind;
  }

  /** Begins; the first beat is an interval from now. */
  void begin(Moment now) {
    due = now.nanos() + intervalNanos;
  }

  /** When the next beat is due. */
  long due() {
    return due;
  }

  /** Takes the beat that is due, if one is. */
  boolean beat(Moment now) {
    if (!now.isPast(due)) {
      return false;
    }
    long behind = (now.nanos() - due) / intervalNanos;
    due += intervalNanos * (behind > mostBehind ? behind + 1 : 1);
    return true;
  }
}
