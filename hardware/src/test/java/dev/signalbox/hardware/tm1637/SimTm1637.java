package dev.signalbox.hardware.tm1637;

import dev.signalbox.hardware.gpio.GpioChip;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.gpio.LineConfig;
import dev.signalbox.testkit.SimChip;
import java.util.ArrayList;
import java.util.List;

/**
 * A TM1637 on lines 22 (CLK) and 21 (DIO) of a simulated chip, that is played by looking at the
 * levels in sysfs and pulling DIO low to acknowledge. Owned by the thread that looks.
 *
 * <p>Somebody has to have it look after every change. Without power it sees nothing, and with power
 * again it waits for the next start, as a chip does that a message began without.
 */
final class SimTm1637 {
  static final int CLK = 22;
  static final int DIO = 21;

  final ChipMemory memory = new ChipMemory();

  private final SimChip sim;
  private final List<String> violations = new ArrayList<>();
  private WaveDecoder decoder = new WaveDecoder(false, false);
  private boolean clk;
  private boolean dio;
  private boolean lost;
  private boolean powered = true;
  private int taken;

  /** A chip with power. */
  SimTm1637(SimChip sim) {
    this.sim = sim;
  }

  static LineAddress clk(SimChip sim) {
    return LineAddress.of(sim.label(), String.valueOf(CLK));
  }

  static LineAddress dio(SimChip sim) {
    return LineAddress.of(sim.label(), String.valueOf(DIO));
  }

  /** Takes its power, and with it what it shows and was being told; or gives it back. */
  void power(boolean on) {
    powered = on;
    memory.clear();
    lose();
  }

  List<String> violations() {
    List<String> all = new ArrayList<>(violations);
    all.addAll(decoder.violations);
    all.addAll(memory.violations);
    return all;
  }

  /** The segments of its four digits, the leftmost in the lowest byte. */
  int segments() {
    int segments = 0;
    for (int digit = 0; digit < Face.DIGITS; digit++) {
      segments |= memory.segments[digit] << (digit * Byte.SIZE);
    }
    return segments;
  }

  /** Looks at the lines, and does what a chip would. */
  void look(long nanos) {
    boolean clock = sim.isHigh(CLK);
    boolean data = sim.isHigh(DIO);
    if (lost) {
      find(clock, data);
    }
    follow(clock, data, nanos);
    acknowledge(nanos);
  }

  private void lose() {
    lost = true;
    violations.addAll(decoder.violations);
    decoder = new WaveDecoder(false, false);
    taken = 0;
  }

  /** A start is the only fall of DIO that comes while CLK is high. */
  private void find(boolean clock, boolean data) {
    if (clk && clock && dio && !data) {
      lost = false;
      decoder = new WaveDecoder(true, true);
    } else {
      clk = clock;
      dio = data;
    }
  }

  /** Where both have changed, CLK did so first: DIO may be let go of just after CLK falls. */
  private void follow(boolean clock, boolean data, long nanos) {
    if (clock != clk) {
      clk = clock;
      edge(new Edge(nanos, Edge.Wire.CLK, clock));
    }
    if (data != dio) {
      dio = data;
      edge(new Edge(nanos, Edge.Wire.DIO, data));
    }
  }

  private void edge(Edge edge) {
    decoder.edge(edge);
    if (decoder.messages.size() > taken) {
      taken = decoder.messages.size();
      if (powered) {
        memory.take(decoder.messages.getLast());
      }
    }
  }

  /** Pulls DIO low once it is let go of: before that, the driver's own pull would undo it. */
  private void acknowledge(long nanos) {
    if (powered && !lost && decoder.isAcknowledging() && sim.isHigh(DIO) && isLetGo()) {
      sim.pull(DIO, false);
      follow(clk, sim.isHigh(DIO), nanos);
    }
  }

  private boolean isLetGo() {
    try (GpioChip chip = GpioChips.ofThisMachine().open(sim.name())) {
      return chip.line(DIO).config() instanceof LineConfig.Input;
    }
  }
}
