package dev.signalbox.hardware.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.gpio.OutputSettings;
import dev.signalbox.hardware.pwm.Curve;
import dev.signalbox.hardware.pwm.LinesSource;
import dev.signalbox.hardware.pwm.SoftPin;
import dev.signalbox.hardware.pwm.SoftPwm;
import dev.signalbox.hardware.pwm.SoftPwmSettings;
import dev.signalbox.testkit.SimChip;
import dev.signalbox.testkit.Until;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Software PWM, measured where the wire would be. */
@Tag("gpio-sim")
class PwmOnKernelTest {
  private static final int DIMMED = 1;
  private static final int STEADY = 6;
  private static final int LOOKS = 2_000;
  private static final double TOLERANCE = 0.12;

  private final SimChip sim = SimChip.of(8);
  private final SoftPwm pwm = new SoftPwm(new SoftPwmSettings(20, 10));
  private final List<PwmOutput> outputs = List.of(output(DIMMED), output(STEADY));

  /** By the label: a chip that comes back may have another number. */
  private PwmOutput output(int line) {
    LineAddress address = LineAddress.of(sim.label(), String.valueOf(line));
    LinesSource source =
        LinesSource.ofLine(GpioChips.ofThisMachine(), address, OutputSettings.plain("a test"));
    return pwm.outputs(source, List.of(new SoftPin(Curve.LINEAR, 0, AtTheEnd.OFF))).getFirst();
  }

  @AfterEach
  void remove() {
    pwm.close();
    sim.close();
  }

  private void assertDimmed(int percent) {
    outputs.getFirst().set(percent);
    try (Sampler sampler = Sampler.of(sim, DIMMED)) {
      Until.holds(
          "high for " + percent + " %",
          () -> Math.abs(sampler.partHigh(LOOKS) - percent / 100.0) < TOLERANCE);
    }
  }

  @Test
  void line_dimmed_isHighForThatPartOfTheTime() {
    outputs.getLast().set(100);
    assertDimmed(20);
    assertDimmed(80);
    assertDimmed(50);
    assertTrue(sim.isHigh(STEADY), "the other line is not touched");
  }

  @Test
  void line_atZeroOrHundred_isSteady() {
    outputs.getFirst().set(0);
    outputs.getLast().set(100);
    Until.holds("the steady line is high", () -> sim.isHigh(STEADY));
    try (Sampler sampler = Sampler.of(sim, STEADY)) {
      assertEquals(1, sampler.partHigh(LOOKS));
    }
    try (Sampler sampler = Sampler.of(sim, DIMMED)) {
      assertEquals(0, sampler.partHigh(LOOKS));
    }
  }

  @Test
  void line_closed_isGivenBackDark() {
    outputs.forEach(output -> output.set(100));
    Until.holds("both are high", () -> sim.isHigh(DIMMED) && sim.isHigh(STEADY));
    outputs.forEach(PwmOutput::close);
    assertFalse(sim.isHigh(DIMMED));
    assertFalse(sim.isHigh(STEADY));
  }

  @Test
  void lines_chipVanished_areSaidGoneAndComeBack() {
    outputs.forEach(output -> output.set(50));
    Until.holds("the line is driven", () -> sim.isHigh(DIMMED));
    sim.unplug();
    Until.holds(
        "both are told gone", () -> outputs.stream().allMatch(line -> line.fault().isPresent()));
    sim.plugIn();
    Until.holds("both are well", () -> outputs.stream().allMatch(line -> line.fault().isEmpty()));
    assertDimmed(50);
  }
}
