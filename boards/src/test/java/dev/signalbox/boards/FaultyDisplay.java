package dev.signalbox.boards;

import dev.signalbox.boards.ports.SegmentDisplay;
import dev.signalbox.boards.ports.SimulatedDisplay;
import dev.signalbox.core.engine.DriverFault;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A display that a test unplugs and plugs in again, or has refuse to be written. */
final class FaultyDisplay implements SegmentDisplay {
  final SimulatedDisplay shown = new SimulatedDisplay();
  private @Nullable String fault;
  private @Nullable String refusal;
  private Runnable told = () -> {};

  @Override
  public void show(String text, boolean on, int brightness) {
    if (refusal != null) {
      throw new DriverFault(refusal);
    }
    shown.show(text, on, brightness);
  }

  @Override
  public void onFault(Runnable other) {
    told = other;
  }

  @Override
  public Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  /** Finds that it is unplugged, by its own doing between two writes. */
  void unplug(String reason) {
    fault = reason;
    told.run();
  }

  void plugIn() {
    fault = null;
    told.run();
  }

  /** Fails the writes from now on; null ends it. */
  void refuse(@Nullable String reason) {
    refusal = reason;
  }
}
