package dev.signalbox.hardware.sim;

import dev.signalbox.testkit.SimChip;
import dev.signalbox.testkit.Until;

/** Looks at a line again and again, on a thread of its own. */
final class Sampler implements AutoCloseable {
  private final SimChip chip;
  private final int line;
  private final Thread thread = Thread.ofPlatform().daemon().name("sampler").unstarted(this::run);
  private volatile boolean stopping;
  private volatile long highs;
  private volatile long lows;

  private Sampler(SimChip chip, int line) {
    this.chip = chip;
    this.line = line;
  }

  static Sampler of(SimChip chip, int line) {
    Sampler sampler = new Sampler(chip, line);
    sampler.thread.start();
    return sampler;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
  private void run() {
    while (!stopping) {
      if (chip.isHigh(line)) {
        highs++;
      } else {
        lows++;
      }
    }
  }

  long lows() {
    return lows;
  }

  /** How many looks there were. */
  long looks() {
    return highs + lows;
  }

  /** Returns once it has looked again. */
  void awaitAnother() {
    long before = looks();
    Until.holds("the sampler looks", () -> looks() > before);
  }

  /** The part of the next looks, that many, for which the line is high. */
  double partHigh(int count) {
    long high = highs;
    long before = looks();
    Until.holds("the sampler looks", () -> looks() - before >= count);
    return (highs - high) / (double) (looks() - before);
  }

  @Override
  public void close() {
    stopping = true;
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
