package dev.signalbox.hardware.gpio;

/**
 * Bounds how many edges are listened to: of an input that floats there may be a hundred thousand a
 * second. When a second has more than allowed, listening pauses for a second, and then begins anew;
 * the storm is over when a second of listening had no more than allowed. Owned by the input's
 * thread.
 */
final class EdgeStorm {
  private static final long WINDOW_NANOS = 1_000_000_000;

  private final int most;
  private long windowBegan;
  private int inWindow;
  private boolean raging;
  private boolean paused;
  private long total;

  EdgeStorm(int most, long now) {
    this.most = most;
    windowBegan = now;
  }

  /** Counts edges; from more than allowed on, it pauses. */
  void count(int edges, long now) {
    passTo(now);
    inWindow += edges;
    total = raging ? total + edges : inWindow;
    if (inWindow > most && !paused) {
      raging = true;
      paused = true;
      windowBegan = now;
    }
  }

  /** Lets time pass: pauses and storms end by it. */
  void passTo(long now) {
    if (now - windowBegan >= WINDOW_NANOS) {
      raging = paused;
      paused = false;
      windowBegan = now;
      inWindow = 0;
    }
  }

  /** Whether there is a storm, listened to or not. */
  boolean isRaging() {
    return raging;
  }

  /** Whether nobody is to listen. */
  boolean isPaused() {
    return paused;
  }

  /** How many edges the present storm had, or the last one, as far as it was listened to. */
  long total() {
    return total;
  }

  /** When the present second ends. */
  long windowEnds() {
    return windowBegan + WINDOW_NANOS;
  }
}
