package dev.signalbox.hardware.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.hardware.gpio.Bias;
import dev.signalbox.hardware.gpio.Drive;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.GpioOutput;
import dev.signalbox.hardware.gpio.GpioPorts;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.gpio.OutputSettings;
import dev.signalbox.hardware.kernel.Kernel;
import dev.signalbox.testkit.SimChip;
import dev.signalbox.testkit.Until;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Outputs of boards, read back where the wire would be. */
@Tag("gpio-sim")
class OutputOnKernelTest {
  private static final int LINE = 5;

  private final SimChip sim = SimChip.of(8, Map.of(LINE, "GPIO17"));
  private final GpioPorts ports = GpioPorts.of(GpioChips.ofThisMachine());

  @AfterEach
  void remove() {
    ports.close();
    sim.close();
  }

  private GpioOutput output(OutputSettings settings) {
    return ports.output(LineAddress.of("GPIO17"), settings);
  }

  private static OutputSettings settings(boolean activeLow, AtTheEnd atTheEnd) {
    return new OutputSettings("a test", activeLow, Drive.PUSH_PULL, Bias.AS_IS, atTheEnd);
  }

  @Test
  void output_switched_isSeenOnTheLine() {
    try (GpioOutput output = output(OutputSettings.plain("a test"))) {
      for (boolean on : new boolean[] {true, false, true, true, false}) {
        output.set(on);
        assertEquals(on, sim.isHigh(LINE));
      }
    }
  }

  @Test
  void output_activeLow_isLowWhileOn() {
    try (GpioOutput output = output(settings(true, AtTheEnd.OFF))) {
      output.set(true);
      assertFalse(sim.isHigh(LINE));
      output.set(false);
      assertTrue(sim.isHigh(LINE));
    }
  }

  @Test
  void output_notSetYet_leavesTheLineAlone() {
    sim.pull(LINE, true);
    try (GpioOutput _ = output(OutputSettings.plain("a test"))) {
      assertTrue(sim.isHigh(LINE));
      sim.pull(LINE, false);
      assertFalse(sim.isHigh(LINE));
    }
  }

  /** The line is pulled to where it is to be, so that any other level would be seen between. */
  @Test
  void output_firstValue_comesWithoutAGlitch() {
    sim.pull(LINE, true);
    try (Sampler sampler = Sampler.of(sim, LINE)) {
      for (int i = 0; i < 50; i++) {
        try (GpioOutput output = output(settings(true, AtTheEnd.KEEP))) {
          output.set(false);
          sampler.awaitAnother();
        }
      }
      assertEquals(0, sampler.lows(), "times that the line was seen low");
    }
  }

  /** gpio-sim gives a free line back to its pull, so what is left is looked at before that. */
  private boolean isHighAtTheEnd(OutputSettings settings) {
    AtomicInteger high = new AtomicInteger(-1);
    Kernel kernel =
        new TellingKernel(Kernel.ofLinux(), _ -> {}, () -> high.set(sim.isHigh(LINE) ? 1 : 0));
    GpioChips chips = new GpioChips(kernel, GpioChips.ofThisMachine()::paths);
    try (GpioPorts watched = GpioPorts.of(chips);
        GpioOutput output = watched.output(LineAddress.of("GPIO17"), settings)) {
      output.set(true);
      high.set(-1);
    }
    assertTrue(high.get() >= 0, "the line was not given back");
    return high.get() == 1;
  }

  @Test
  void output_closed_isOff() {
    assertFalse(isHighAtTheEnd(settings(false, AtTheEnd.OFF)));
    assertTrue(isHighAtTheEnd(settings(true, AtTheEnd.OFF)));
  }

  @Test
  void output_closedToBeKept_isAsItWas() {
    assertTrue(isHighAtTheEnd(settings(false, AtTheEnd.KEEP)));
    assertFalse(isHighAtTheEnd(settings(true, AtTheEnd.KEEP)));
  }

  @Test
  void output_inUseHere_saysByWhom() {
    try (GpioOutput first = output(OutputSettings.plain("the first"));
        GpioOutput second = output(OutputSettings.plain("the second"))) {
      first.set(true);
      second.set(false);
      assertEquals(
          Optional.of(sim.name() + ": line 5 (GPIO17) is in use by 'the first'"), second.fault());
      assertTrue(sim.isHigh(LINE));
    }
  }

  @Test
  void output_usedByTheKernel_saysSo() {
    sim.unplug();
    sim.hog(2, "regulator");
    sim.plugIn();
    try (GpioOutput output =
        ports.output(LineAddress.of(sim.name(), "2"), OutputSettings.plain("a test"))) {
      output.set(true);
      assertEquals(Optional.of(sim.name() + ": line 2 is in use by 'regulator'"), output.fault());
    }
  }

  @Test
  void output_chipVanished_saysSoAndIsBackWithWhatItShouldBe() {
    AtomicInteger told = new AtomicInteger();
    try (GpioOutput output = output(OutputSettings.plain("a test"))) {
      output.onFaultChange(told::incrementAndGet);
      output.set(true);
      String gone = sim.name() + " line 5 (GPIO17): the chip is gone";
      String missing = "no line is called 'GPIO17'";
      sim.unplug();

      Until.holds("the output is told gone", () -> told.get() > 0);
      String fault = output.fault().orElseThrow();
      assertTrue(fault.equals(gone) || fault.startsWith(missing), fault);
      sim.plugIn();
      Until.holds("the output is well", () -> output.fault().isEmpty());
      assertTrue(sim.isHigh(LINE));
      output.set(false);
      assertFalse(sim.isHigh(LINE));
    }
  }

  @Test
  void output_setWhileTheChipIsGone_isThatOnceItIsBack() {
    try (GpioOutput output = output(OutputSettings.plain("a test"))) {
      output.set(false);
      sim.unplug();
      output.set(true);
      assertTrue(output.fault().isPresent());
      sim.plugIn();
      Until.holds("the output is on", () -> sim.isHigh(LINE));
    }
  }
}
