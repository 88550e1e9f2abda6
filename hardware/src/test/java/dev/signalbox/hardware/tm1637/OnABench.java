package dev.signalbox.hardware.tm1637;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A test of a display on a bench, which breaks no rule of the wires whatever happens. */
abstract class OnABench {
  final DisplayRig rig = new DisplayRig();
  final Bench bench = rig.bench;

  @AfterEach
  void noRuleIsBroken() {
    assertEquals(List.of(), bench.violations());
  }
}
