package dev.signalbox.hardware.gpio;

import dev.signalbox.hardware.FaultBell;

/** What others see of an input. Thread: the input's writes, any reads. */
final class InputState {
  private final FaultBell bell = new FaultBell();
  private volatile boolean closed;
  private volatile long edges;
  private volatile long storms;

  /** What is wrong with it. */
  FaultBell bell() {
    return bell;
  }

  long edges() {
    return edges;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
  void add(int more) {
    edges += more;
  }

  long storms() {
    return storms;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
  void addStorm() {
    storms++;
  }

  boolean isClosed() {
    return closed;
  }

  /** Any thread. */
  void close() {
    closed = true;
  }
}
