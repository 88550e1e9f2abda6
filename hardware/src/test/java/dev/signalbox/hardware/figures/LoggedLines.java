package dev.signalbox.hardware.figures;

import dev.signalbox.hardware.gpio.LineSetup;
import dev.signalbox.hardware.gpio.Lines;

/** Lines whose writes are noted in a log. */
record LoggedLines(Lines lines, LatenessLog log) implements Lines {
  @Override
  public void set(long mask, long values) {
    lines.set(mask, values);
    log.take();
  }

  @Override
  public long get(long mask) {
    return lines.get(mask);
  }

  @Override
  public void configure(LineSetup setup, long values) {
    lines.configure(setup, values);
  }

  @Override
  public boolean awaitEdge(int bell, int timeoutMs) {
    return lines.awaitEdge(bell, timeoutMs);
  }

  @Override
  public int readEdges(EdgeListener listener) {
    return lines.readEdges(listener);
  }

  @Override
  public void close() {
    lines.close();
  }
}
