package dev.signalbox.hardware.pwm;

import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.gpio.LineSetup;
import dev.signalbox.hardware.gpio.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Lines that write down every edge, and fail when they are told to. Outputs only. */
final class RecordedLines implements Lines {
  /** A line changed. */
  record Edge(long nanos, int line, boolean active) {}

  final List<Edge> edges = new ArrayList<>();
  private final LongSupplier clock;
  private long levels;
  private long failing;
  private int writes;
  private boolean closed;

  RecordedLines(LongSupplier clock, long first) {
    this.clock = clock;
    levels = first;
  }

  /** Has calls fail that are about these lines, and no others. */
  void fail(long lines) {
    failing = lines;
  }

  /** How the lines are now. */
  long levels() {
    return levels;
  }

  int writes() {
    return writes;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void set(long mask, long values) {
    if (closed || mask == 0) {
      throw new IllegalStateException("closed, or no line");
    }
    requireThere(mask);
    writes++;
    long after = (levels & ~mask) | (values & mask);
    for (long left = levels ^ after; left != 0; left &= left - 1) {
      int line = Long.numberOfTrailingZeros(left);
      edges.add(new Edge(clock.getAsLong(), line, ((after >>> line) & 1) != 0));
    }
    levels = after;
  }

  /** For how long the line was active between two instants; it was inactive at the first. */
  long activeNanos(int line, long from, long to) {
    long sum = 0;
    long since = Long.MIN_VALUE;
    for (Edge edge : edges) {
      if (edge.line == line && edge.nanos >= from && edge.nanos < to) {
        sum += edge.active || since == Long.MIN_VALUE ? 0 : edge.nanos - since;
        since = edge.active ? edge.nanos : Long.MIN_VALUE;
      }
    }
    return since == Long.MIN_VALUE ? sum : sum + to - since;
  }

  /** How long each pulse of the line was that is over. */
  List<Long> pulses(int line) {
    List<Long> pulses = new ArrayList<>();
    long since = Long.MIN_VALUE;
    for (Edge edge : edges) {
      if (edge.line == line && edge.active) {
        since = edge.nanos;
      } else if (edge.line == line && since != Long.MIN_VALUE) {
        pulses.add(edge.nanos - since);
      }
    }
    return pulses;
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public long get(long mask) {
    requireThere(mask);
    return levels & mask;
  }

  private void requireThere(long mask) {
    if ((mask & failing) != 0) {
      throw new DriverFault("line " + Long.numberOfTrailingZeros(mask & failing) + " is gone");
    }
  }

  @Override
  public void configure(LineSetup setup, long values) {
    throw new UnsupportedOperationException("outputs only");
  }

  @Override
  public boolean awaitEdge(int bell, int timeoutMs) {
    throw new UnsupportedOperationException("outputs only");
  }

  @Override
  public int readEdges(EdgeListener listener) {
    throw new UnsupportedOperationException("outputs only");
  }
}
