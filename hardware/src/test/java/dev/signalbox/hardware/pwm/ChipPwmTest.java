package dev.signalbox.hardware.pwm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.hardware.fake.FakeChip;
import dev.signalbox.hardware.fake.FakeKernel;
import dev.signalbox.hardware.fake.FakeLine;
import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.hardware.gpio.Bias;
import dev.signalbox.hardware.gpio.Drive;
import dev.signalbox.hardware.gpio.GpioChip;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.gpio.LineConfig;
import dev.signalbox.hardware.gpio.Lines;
import dev.signalbox.hardware.gpio.LinesRequest;
import dev.signalbox.hardware.gpio.OutputSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Software PWM on the lines of a chip: one that is active while high, and one while low. */
class ChipPwmTest {
  private static final long PERIOD = 10_000_000;

  private final FakeKernel kernel = new FakeKernel();
  private final FakeChip chip = kernel.addChip("gpiochip0", "test chip", 32);
  private final FakeLine high = chip.line(17).named("GPIO17");
  private final FakeLine low = chip.line(4).named("GPIO4");
  private final PwmSchedule schedule =
      new PwmSchedule(SoftPwmSettings.DEFAULT, kernel::nanos, () -> {});

  @Test
  void lines_areOnForTheirShare_byTheirOffsets() {
    outputs(AtTheEnd.OFF, 17, 4);
    pass(10 * PERIOD - 1);

    List<FakeLine.Edge> edges = high.edges();
    assertEquals(20, edges.size());
    for (int i = 0; i < 20; i += 2) {
      assertTrue(edges.get(i).high());
      assertEquals(PERIOD * 30 / 100, edges.get(i + 1).nanos() - edges.get(i).nanos());
    }
    assertEquals(21, low.edges().size(), "the first by the request, off being high");
    assertEquals("signalbox", high.consumer());
  }

  @Test
  void lines_areWhatTheyAreToBeFromTheRequestOn() {
    unset(AtTheEnd.OFF, 17, 4).forEach(output -> output.set(100));
    pass(PERIOD);

    assertTrue(high.isHigh());
    assertEquals(1, high.edges().size());
    assertEquals(List.of(), low.edges(), "low from the start, which is on");
  }

  @Test
  void chip_thatVanishes_isAFaultUntilItIsBack() {
    List<PwmOutput> outputs = outputs(AtTheEnd.OFF, 17, 4);
    chip.vanish();
    pass(PERIOD * 2);
    String reason = outputs.get(0).fault().orElseThrow();
    assertTrue(reason.contains("GPIO17") && reason.contains("the chip is gone"), reason);

    pass(1_000_000_000);
    assertTrue(outputs.get(1).fault().orElseThrow().contains("/dev/gpiochip0: "));

    chip.comeBack();
    pass(1_000_000_000 + PERIOD);
    assertEquals(Optional.empty(), outputs.get(0).fault());
    int before = high.edges().size();
    pass(PERIOD);
    assertEquals(before + 2, high.edges().size());
    schedule.close();
    assertEquals(0, kernel.openDescriptors());
  }

  @Test
  void line_inUse_isAFaultThatNamesTheUser() {
    high.occupy("somebody");
    List<PwmOutput> outputs = outputs(AtTheEnd.OFF, 17, 4);

    String reason = outputs.get(0).fault().orElseThrow();
    assertTrue(reason.contains("in use by 'somebody'"), reason);
    assertEquals(0, kernel.openDescriptors());
  }

  @Test
  void line_thatTheChipDoesNotHave_isAFault() {
    LinesSource source =
        LinesSource.ofLine(
            new GpioChips(kernel, kernel::paths),
            LineAddress.of("gpiochip0", "32"),
            OutputSettings.plain("signalbox"));
    PwmOutput output = schedule.add(source, List.of(SoftPin.DEFAULT)).getFirst();
    output.set(30);
    schedule.step();

    assertEquals(Optional.of("gpiochip0 has the lines 0 to 31; there is no 32"), output.fault());
  }

  @Test
  void end_leavesTheLinesAsTheSettingsSay() {
    List<PwmOutput> kept = unset(AtTheEnd.KEEP, 17, 4);
    kept.forEach(output -> output.set(100));
    pass(PERIOD);
    schedule.close();
    assertTrue(high.isHigh());
    assertFalse(low.isHigh());

    outputs(AtTheEnd.OFF, 17, 4);
    pass(PERIOD / 10);
    schedule.close();
    assertFalse(high.isHigh());
    assertTrue(low.isHigh());
    assertEquals(0, kernel.openDescriptors());
  }

  /** Two outputs at 30 percent, the first active while high, the second while low. */
  private List<PwmOutput> outputs(AtTheEnd atTheEnd, Integer... offsets) {
    List<PwmOutput> outputs = unset(atTheEnd, offsets);
    outputs.forEach(output -> output.set(30));
    schedule.step();
    return outputs;
  }

  private List<PwmOutput> unset(AtTheEnd atTheEnd, Integer... offsets) {
    SoftPin pin = new SoftPin(Curve.LINEAR, 0, atTheEnd);
    return schedule.add(first -> request(first, List.of(offsets)), List.of(pin, pin));
  }

  private Lines request(long first, List<Integer> offsets) {
    LineConfig high = new LineConfig.Output(Drive.PUSH_PULL, Bias.AS_IS, (first & 1) != 0, false);
    LineConfig low = new LineConfig.Output(Drive.PUSH_PULL, Bias.AS_IS, (first & 2) != 0, true);
    try (GpioChip chip = GpioChip.open(kernel, "/dev/gpiochip0")) {
      return chip.request(new LinesRequest("signalbox", offsets, List.of(high, low)));
    }
  }

  private void pass(long nanos) {
    long end = kernel.nanos() + nanos;
    for (long due = schedule.step(); due <= end; due = schedule.step()) {
      kernel.step(Duration.ofNanos(due - kernel.nanos()));
    }
    kernel.step(Duration.ofNanos(end - kernel.nanos()));
    schedule.step();
  }
}
