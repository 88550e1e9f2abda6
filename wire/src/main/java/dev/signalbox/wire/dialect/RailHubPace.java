package dev.signalbox.wire.dialect;

import dev.signalbox.core.engine.Moment;

/**
 * When frames are due: regularly, soon after a change, and at the steps of groups, but never two
 * within 20 ms. A change that comes 20 ms or more after the last frame is told at once. Owned by
 * the dialect's thread.
 *
 * <p>Instants are of the monotonic clock. A frame that comes of a change does not put off the
 * regular ones.
 */
final class RailHubPace {
  private final long everyMs;
  private long regular = Dialect.NEVER;
  private long changed = Dialect.NEVER;
  private long step = Dialect.NEVER;
  private boolean isHeld;
  private long heldUntil;

  RailHubPace(long everyMs) {
    this.everyMs = everyMs;
  }

  /** The first client came. */
  void start(Moment now, long nextStep) {
    regular = now.nanosIn(everyMs);
    step = nextStep;
  }

  /** The last client went. */
  void stop() {
    regular = Dialect.NEVER;
    changed = Dialect.NEVER;
    step = Dialect.NEVER;
  }

  /** Something changed. */
  void wants(Moment now) {
    changed = Math.min(changed, now.nanos());
  }

  /** Everyone was sent a frame. */
  void sent(Moment now, long nextStep) {
    isHeld = true;
    heldUntil = now.nanosIn(RailHubSettings.GAP.toMillis());
    changed = Dialect.NEVER;
    step = nextStep;
    if (now.isPast(regular)) {
      long late = now.nanos() - regular;
      long every = now.nanosIn(everyMs) - now.nanos();
      regular += (late / every + 1) * every;
    }
  }

  /** When the next frame is due; or {@link Dialect#NEVER}. */
  long next() {
    long wanted = Math.min(regular, Math.min(changed, step));
    return wanted == Dialect.NEVER || !isHeld ? wanted : Math.max(wanted, heldUntil);
  }

  boolean isDue(Moment now) {
    return now.isPast(next());
  }
}
