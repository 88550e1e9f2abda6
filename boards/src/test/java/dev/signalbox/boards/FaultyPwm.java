package dev.signalbox.boards;

import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.core.engine.DriverFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A dimmed line that something can be wrong with, when it is set and between. */
final class FaultyPwm implements PwmOutput {
  /** What was written to it. */
  final List<Integer> writes = new ArrayList<>();

  private Runnable told = () -> {};
  private @Nullable String reason;
  private boolean refuses;

  /** Something is wrong from now on; whoever listens is told. */
  void fail(String other) {
    reason = other;
    told.run();
  }

  /** Writes fail, or do not any more. */
  void refuse(boolean other) {
    refuses = other;
  }

  /** Nothing is wrong any more. */
  void mend() {
    reason = null;
  }

  @Override
  public void set(int percent) {
    if (refuses) {
      throw new DriverFault("The line can't be set.");
    }
    writes.add(percent);
  }

  @Override
  public void onFault(Runnable listener) {
    told = listener;
  }

  @Override
  public Optional<String> fault() {
    return Optional.ofNullable(reason);
  }
}
