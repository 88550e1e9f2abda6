package dev.signalbox.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The monotonic clock and the wall clock of a test. They stand still until they are stepped, and go
 * together unless the wall clock is set.
 *
 * <p>The monotonic clock begins a second below zero, as a real one may: only differences mean
 * anything. Thread: one steps, any reads.
 */
public final class SteppedClock implements InstantSource {
  /** What the wall clock shows at first. */
  public static final Instant START = Instant.parse("2025-11-20T01:00:00Z");

  private record Hands(long nanos, Instant wall) {}

  private volatile Hands hands = new Hands(-1_000_000_000, START);

  /** Clocks that stand at the start. */
  public SteppedClock() {}

  /** The monotonic clock, in nanoseconds. */
  public long nanos() {
    return hands.nanos;
  }

  @Override
  public Instant instant() {
    return hands.wall;
  }

  /**
   * Lets time pass on both clocks.
   *
   * @throws IllegalArgumentException if {@code by} is negative: the monotonic clock never goes back
   */
  public void step(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("step of " + by + " must not be negative");
    }
    Hands before = hands;
    hands = new Hands(before.nanos + by.toNanos(), before.wall.plus(by));
  }

  /** Sets the wall clock, as an administrator or a time server does; no time passes. */
  public void setWall(Instant wall) {
    hands = new Hands(hands.nanos, wall);
  }
}
