package dev.signalbox.hardware.gpio;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What others see of an input. Thread: the input's writes, any reads. */
final class InputState {
  private volatile Runnable told = () -> {};
  private volatile @Nullable String fault;
  private volatile boolean closed;
  private volatile long edges;
  private volatile long storms;

  void onFault(Runnable run) {
    told = run;
  }

  Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  /** Something is wrong; whoever wants to know is told once, until it was well again. */
  void failed(String reason) {
    boolean news = fault == null;
    fault = reason;
    if (news) {
      told.run();
    }
  }

  void isWell() {
    fault = null;
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
