package dev.signalbox.hardware.tm1637;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines that can't be had, that vanish and that come back; and what is left at the end. */
class RefresherLinesTest {
  private static final Face FACE = Face.of("1234", true, 7);

  private final DisplayRig rig = new DisplayRig();
  private final Bench bench = rig.bench;

  private static DisplayRig keeping() {
    return new DisplayRig(DisplayRig.settings(Tm1637Settings.Acknowledge.REQUIRE, AtTheEnd.KEEP));
  }

  @Test
  void lines_thatAreTaken_areAskedForEverySecond() {
    bench.clk.occupy("clock");
    rig.face = FACE;
    rig.turn();
    assertFault("in use by 'clock'");
    assertEquals(1_000_000_000, rig.pause());

    rig.pass(Duration.ofSeconds(5));
    assertEquals(6, bench.seam.requests());
    bench.clk.free();
    rig.pass(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), rig.fault());
    assertEquals(7, bench.seam.requests());
    rig.assertShown(FACE);
  }

  @Test
  void lines_thatVanish_areLetGoOfAndAskedForAgain() {
    rig.face = FACE;
    rig.turn();
    bench.gpio.vanish();
    rig.pass(Duration.ofSeconds(1));
    assertFault("chip is gone");
    assertEquals(0, bench.kernel.openDescriptors());

    bench.gpio.comeBack();
    bench.chip.clear();
    bench.messages();
    rig.pass(Duration.ofMillis(1_100));
    assertEquals(Optional.empty(), rig.fault());
    assertEquals(1, bench.kernel.openDescriptors());
    assertEquals(DisplayRig.WHOLE_1234, bench.messages());
    rig.assertShown(FACE);
  }

  private void assertFault(String words) {
    String fault = rig.fault().orElseThrow();
    assertTrue(fault.contains(words), fault);
  }

  @Test
  void chip_thatIsNotThereYet_isWaitedFor() {
    bench.gpio.vanish();
    rig.face = FACE;
    rig.pass(Duration.ofSeconds(3));
    assertFault("/dev/gpiochip0");

    bench.gpio.comeBack();
    rig.pass(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), rig.fault());
    rig.assertShown(FACE);
  }

  @Test
  void vanishedLines_whileThereIsNoAcknowledge_areTheFault() {
    bench.unplug();
    rig.face = FACE;
    rig.turn();
    bench.gpio.vanish();
    rig.turn();
    assertFault("chip is gone");

    bench.gpio.comeBack();
    rig.turn();
    assertFault("no acknowledge");
  }

  @Test
  void defect_isAFaultAndNotTheEnd() {
    bench.seam.fail(new IllegalStateException("a defect"));
    rig.face = FACE;
    rig.turn();
    assertFault("a defect");

    bench.seam.fail(null);
    rig.turn();
    rig.assertShown(FACE);
    assertEquals(1, bench.kernel.openDescriptors());
  }

  @Test
  void linesOfTwoChips_areNoDisplay() {
    bench.kernel.addChip("gpiochip1", "other", 8);
    GpioChips chips = new GpioChips(bench.kernel, bench.kernel::paths);
    LineAddress elsewhere = LineAddress.of("gpiochip1", "1");
    Tm1637Settings settings = Tm1637Settings.plain("test");

    DriverFault fault =
        assertThrows(DriverFault.class, () -> Wires.request(chips, Bench.CLK, elsewhere, settings));
    assertTrue(fault.getMessage().contains("one chip"), fault::getMessage);
    assertEquals(0, bench.kernel.openDescriptors());
  }

  @Test
  void end_darkensTheDigits() {
    rig.face = FACE;
    rig.turn();
    bench.messages();
    rig.end();

    assertEquals(List.of(List.of(0x80)), bench.messages());
    assertEquals(0, bench.kernel.openDescriptors());
    rig.assertShown(new Face(FACE.segments(), false, 0));
  }

  @Test
  void end_keepsTheDigits() {
    DisplayRig keeping = keeping();
    keeping.face = FACE;
    keeping.turn();
    keeping.bench.messages();
    keeping.end();

    assertEquals(List.of(), keeping.bench.messages());
    assertEquals(0, keeping.bench.kernel.openDescriptors());
    keeping.assertShown(FACE);
  }

  @Test
  void end_withoutLines() {
    bench.clk.occupy("clock");
    rig.turn();
    rig.end();

    assertEquals(0, bench.kernel.openDescriptors());
  }

  @Test
  void end_withLinesThatFail_letsGoOfThem() {
    rig.face = FACE;
    rig.turn();
    bench.gpio.vanish();
    rig.end();

    assertEquals(0, bench.kernel.openDescriptors());
  }
}
