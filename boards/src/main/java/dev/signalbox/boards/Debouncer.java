package dev.signalbox.boards;

import dev.signalbox.core.engine.Driver;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes clean presses and releases out of the edges of a contact that bounces: a level counts once
 * the contact has kept it for the debounce time. Thread: any.
 *
 * <p>It goes by the times of the edges, not by when it is asked, so a press is neither lost nor
 * made longer where the engine is late. What counts alternates (pressed, released, pressed …), so
 * what waits to be taken is known from its number and the last level, and an edge storm takes no
 * memory. Of more than 64 that wait, two whole presses at a time are dropped, which leaves the
 * contact and what it toggles as they would be.
 */
final class Debouncer {
  private static final int MOST_WAITING = 64;
  private static final int TWO_PRESSES = 4;

  private final long debounceNanos;

  // Guarded by this.
  private boolean level;
  private long levelSince;
  private boolean counted;
  private int waiting;
  private boolean expected;

  Debouncer(Duration debounce) {
    debounceNanos = debounce.toNanos();
  }

  /**
   * The contact went to {@code active} at {@code nanos}.
   *
   * @return whether whoever takes the presses has to be told that there is now a due time
   */
  synchronized boolean edge(boolean active, long nanos) {
    count(nanos);
    if (active != level) {
      levelSince = nanos;
      level = active;
    }
    boolean news = isOpen() && !expected;
    expected |= news;
    return news;
  }

  private boolean isOpen() {
    return waiting > 0 || level != counted;
  }

  private void count(long nanos) {
    if (level != counted && nanos - levelSince >= debounceNanos) {
      counted = level;
      waiting += waiting < MOST_WAITING ? 1 : 1 - TWO_PRESSES;
    }
  }

  /** When {@link #take} has something, if no further edge comes; or {@link Driver#NEVER}. */
  synchronized long due() {
    expected = isOpen();
    if (!expected) {
      return Driver.NEVER;
    }
    return waiting > 0 ? levelSince : levelSince + debounceNanos;
  }

  /** The next level that counts and was not taken yet, as of {@code nanos}. */
  synchronized Optional<Boolean> take(long nanos) {
    count(nanos);
    if (waiting == 0) {
      return Optional.empty();
    }
    boolean next = (waiting % 2 == 1) == counted;
    waiting--;
    return Optional.of(next);
  }
}
