package dev.signalbox.hardware.pwm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.hardware.fake.FakeChip;
import dev.signalbox.hardware.fake.FakeKernel;
import dev.signalbox.hardware.fake.FakeLine;
import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.hardware.gpio.Bias;
import dev.signalbox.hardware.gpio.Drive;
import dev.signalbox.hardware.gpio.LineConfig;
import dev.signalbox.hardware.gpio.LinesRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Software PWM on the lines of a chip: one that is active while high, and one while low. */
class ChipPwmTest {
  private static final long PERIOD = 10_000_000;
  private static final LineConfig HIGH = LineConfig.Output.plain(false);
  private static final LineConfig LOW =
      new LineConfig.Output(Drive.PUSH_PULL, Bias.AS_IS, false, true);

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
    List<PwmOutput> outputs = outputs(AtTheEnd.OFF, 17, 32);

    assertTrue(outputs.get(0).fault().orElseThrow().contains("32"));
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

  @Test
  void inputs_areRefused() {
    LinesRequest inputs =
        new LinesRequest("signalbox", List.of(17), List.of(LineConfig.Input.plain()));

    assertThrows(
        IllegalArgumentException.class, () -> LinesSource.ofChip(kernel, "/dev/gpiochip0", inputs));
  }

  /** Two outputs at 30 percent, the first active while high, the second while low. */
  private List<PwmOutput> outputs(AtTheEnd atTheEnd, Integer... offsets) {
    List<PwmOutput> outputs = unset(atTheEnd, offsets);
    outputs.forEach(output -> output.set(30));
    schedule.step();
    return outputs;
  }

  private List<PwmOutput> unset(AtTheEnd atTheEnd, Integer... offsets) {
    LinesRequest request = new LinesRequest("signalbox", List.of(offsets), List.of(HIGH, LOW));
    SoftPin pin = new SoftPin(Curve.LINEAR, 0, atTheEnd);
    return schedule.add(LinesSource.ofChip(kernel, "/dev/gpiochip0", request), List.of(pin, pin));
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
