package dev.signalbox.hardware;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with one port, and who is told of it. Thread: one at a time changes, any reads. */
public final class FaultBell {
  private volatile Runnable told = () -> {};
  private volatile @Nullable String fault;

  /** Nothing is wrong yet, and nobody is told. */
  public FaultBell() {}

  /** See {@link dev.signalbox.boards.ports.Port#onFaultChange}. */
  public void onFaultChange(Runnable other) {
    told = other;
  }

  /** See {@link dev.signalbox.boards.ports.Port#fault()}. */
  public Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  /** Something is wrong; the same as before is no news. */
  public void ring(String reason) {
    if (!reason.equals(fault)) {
      fault = reason;
      told.run();
    }
  }

  /** Nothing is wrong, or not any more. */
  public void rest() {
    if (fault != null) {
      fault = null;
      told.run();
    }
  }
}
