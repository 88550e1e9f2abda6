package dev.signalbox.boards;

import dev.signalbox.boards.ports.PwmOutput;
import java.util.ArrayList;
import java.util.List;

/** A dimmed line that something can be wrong with. */
final class FaultyPwm extends FaultyPort implements PwmOutput {
  /** What was written to it. */
  final List<Integer> writes = new ArrayList<>();

  @Override
  public void set(int percent) {
    written();
    writes.add(percent);
  }
}
