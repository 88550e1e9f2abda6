package dev.signalbox.hardware.pwm;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with one port, and who is told of it. Thread: one at a time rings, any reads. */
final class FaultBell {
  private volatile Runnable told = () -> {};
  private volatile @Nullable String reason;

  /** Has {@code other} run whenever there is another fault; at once if there is one already. */
  void onFault(Runnable other) {
    told = other;
    if (reason != null) {
      other.run();
    }
  }

  void ring(String fault) {
    boolean news = !fault.equals(reason);
    reason = fault;
    if (news) {
      told.run();
    }
  }

  /** Nothing is wrong any more. */
  void rest() {
    reason = null;
  }

  Optional<String> reason() {
    return Optional.ofNullable(reason);
  }
}
