package dev.signalbox.hardware.pwm;

/**
 * Which lines of a bank change at each step of the period; a line is a bit. A line is on from its
 * start for as many steps as it is lit; one that is steady, always off or always on, has no edges.
 */
final class EdgeTable {
  private final long[] starting;
  private final long[] rising;
  private final long[] falling;
  private final int[] starts;
  private final int[] lit;
  private long full;

  /** Lines that are off, and where the period of each starts. */
  EdgeTable(int steps, int[] starts) {
    this.starts = starts.clone();
    lit = new int[starts.length];
    rising = new long[steps];
    falling = new long[steps];
    starting = new long[steps];
    for (int line = 0; line < starts.length; line++) {
      starting[starts[line]] |= 1L << line;
    }
  }

  /** Has a line be on for that many steps of each period. */
  void put(int line, int steps) {
    long bit = 1L << line;
    int end = (starts[line] + lit[line]) % rising.length;
    rising[starts[line]] &= ~bit;
    falling[end] &= ~bit;
    lit[line] = steps;
    full = steps == rising.length ? full | bit : full & ~bit;
    if (steps > 0 && steps < rising.length) {
      rising[starts[line]] |= bit;
      falling[(starts[line] + steps) % rising.length] |= bit;
    }
  }

  /** The lines whose period starts at this step. */
  long starting(int step) {
    return starting[step];
  }

  /** The lines that rise or fall at this step. */
  long changing(int step) {
    return rising[step] | falling[step];
  }

  /** The lines that go on, or are always on: how to write those that change or start here. */
  long on(int step) {
    return rising[step] | full;
  }
}
