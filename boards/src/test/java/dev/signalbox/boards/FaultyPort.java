package dev.signalbox.boards;

import dev.signalbox.boards.ports.Port;
import dev.signalbox.core.engine.DriverFault;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A port that something can be wrong with: when it is written, and between writes. */
abstract class FaultyPort implements Port {
  private Runnable told = () -> {};
  private @Nullable String fault;
  private @Nullable String refusal;
  private int tries;

  /** Finds by its own doing that something is wrong. */
  final void fail(String reason) {
    fault = reason;
    told.run();
  }

  /** Finds that nothing is wrong any more. */
  final void mend() {
    fault = null;
    told.run();
  }

  /** Fails the writes from now on; null ends it. */
  final void refuse(@Nullable String reason) {
    refusal = reason;
  }

  /** How often it was written, refusals included. */
  final int tries() {
    return tries;
  }

  /** What comes first in each write. */
  final void written() {
    tries++;
    if (refusal != null) {
      throw new DriverFault(refusal);
    }
  }

  @Override
  public final void onFaultChange(Runnable other) {
    told = other;
  }

  @Override
  public final Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  @Override
  public final void close() {}
}
