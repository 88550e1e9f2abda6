package dev.signalbox.hardware.tm1637;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.hardware.gpio.Drive;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the wires change. */
class WaveTimesTest {
  private static final Duration SHORTEST = Duration.ofNanos(2_000);

  @ParameterizedTest
  @ValueSource(longs = {2_000, 2_001, 5_000, 100_000, 10_000_000})
  void times_areHeldAtEveryBitTime(long bitNanos) {
    DisplayRig rig =
        new DisplayRig(DisplayRig.settings(Duration.ofNanos(bitNanos), Drive.PUSH_PULL));
    rig.face = new Face(0xFF00AA55, true, 5);
    rig.turn();

    rig.assertShown(rig.face);
    List<Edge> clk = rig.bench.edges(Edge.Wire.CLK);
    long took = clk.getLast().nanos() - clk.get(1).nanos();
    assertTrue(took <= 70 * bitNanos, "63 bits in " + took + " ns");
    assertTrue(rig.bench.shortestBit() >= bitNanos, rig.bench.shortestBit() + " ns");
  }

  @Test
  void clock_isHalfHighAndHalfLowForABitTime() {
    DisplayRig rig = new DisplayRig();
    rig.show("1234");
    rig.turn();

    List<Edge> clk = rig.bench.edges(Edge.Wire.CLK);
    int longer = 0;
    for (int i = 2; i < clk.size(); i++) {
      long lasted = clk.get(i).nanos() - clk.get(i - 1).nanos();
      longer += lasted == 50_000 ? 0 : 1;
      assertTrue(lasted >= 50_000, lasted + " ns before " + clk.get(i));
    }
    // The pauses between the three messages.
    assertEquals(2, longer);
  }

  /** Slow edges of CLK are over by then. The chip acknowledges, and ends that, as CLK falls. */
  @Test
  void data_changesAQuarterAfterClkFell() {
    DisplayRig rig = new DisplayRig(DisplayRig.settings(SHORTEST, Drive.PUSH_PULL));
    rig.face = new Face(0x55AA55AA, true, 2);
    rig.turn();

    int changes = 0;
    int falls = 0;
    long fell = 0;
    boolean clk = true;
    for (Edge edge : rig.bench.waveform) {
      if (edge.wire() == Edge.Wire.CLK) {
        clk = edge.high();
        fell = edge.nanos();
        falls += clk ? 0 : 1;
      } else if (clk) {
        falls = 0;
      } else {
        changes++;
        boolean acknowledge = falls % 9 == 0 || (falls > 1 && falls % 9 == 1);
        long wait = edge.nanos() - fell;
        assertTrue(wait == 500 || (wait == 0 && acknowledge), wait + " ns before " + edge);
      }
    }
    assertTrue(changes > 30, changes + " changes");
  }
}
