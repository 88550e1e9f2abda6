package dev.signalbox.core.engine;

/**
 * The time of one turn of the engine: everything in a turn happens at the same moment.
 *
 * @param nanos the monotonic clock; only differences mean anything
 * @param epochMs the wall clock, in milliseconds since the Unix epoch
 */
public record Moment(long nanos, long epochMs) {
  private static final long NANOS_PER_MS = 1_000_000;

  /** The monotonic time {@code ms} milliseconds from now. */
  public long nanosIn(long ms) {
    return nanos + ms * NANOS_PER_MS;
  }

  /** Whether the monotonic time {@code due} has come. */
  public boolean isPast(long due) {
    return due != Driver.NEVER && nanos - due >= 0;
  }
}
