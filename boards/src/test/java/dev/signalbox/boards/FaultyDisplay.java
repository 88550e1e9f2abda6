package dev.signalbox.boards;

import dev.signalbox.boards.ports.SegmentDisplay;
import dev.signalbox.boards.ports.SimulatedDisplay;

/** A display that a test unplugs and plugs in again, or has refuse to be written. */
final class FaultyDisplay extends FaultyPort implements SegmentDisplay {
  final SimulatedDisplay shown = new SimulatedDisplay();

  @Override
  public void show(String text, boolean on, int brightness) {
    written();
    shown.show(text, on, brightness);
  }
}
