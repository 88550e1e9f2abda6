package dev.signalbox.hardware.pwm;

import dev.signalbox.hardware.gpio.LineSetup;
import dev.signalbox.hardware.gpio.Lines;

/** Lines that only count. */
public final class SilentLines implements Lines {
  volatile int writes;
  volatile int looks;
  volatile boolean closed;

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
  public void set(long mask, long values) {
    writes++;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // One thread reads.
  public long get(long mask) {
    looks++;
    return 0;
  }

  @Override
  public void configure(LineSetup setup, long values) {}

  @Override
  public boolean awaitEdge(int bell, int timeoutMs) {
    return false;
  }

  @Override
  public int readEdges(EdgeListener listener) {
    return 0;
  }

  @Override
  public void close() {
    closed = true;
  }
}
