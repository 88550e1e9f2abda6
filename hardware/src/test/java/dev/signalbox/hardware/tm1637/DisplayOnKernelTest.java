package dev.signalbox.hardware.tm1637;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.hardware.gpio.Drive;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.kernel.Kernel;
import dev.signalbox.hardware.sim.TellingKernel;
import dev.signalbox.testkit.SimChip;
import dev.signalbox.testkit.Until;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A display with its own thread and the real clock. Its chip looks at the lines after each change
 * that the driver makes, so that it misses none, however busy the machine is; and what the driver
 * waits is at least what it should be.
 */
@Tag("gpio-sim")
class DisplayOnKernelTest {
  private static final Tm1637Settings SETTINGS =
      DisplayRig.settings(Duration.ofMillis(1), Drive.PUSH_PULL);

  private final SimChip sim = SimChip.of(28);

  // The display's thread.
  private final SimTm1637 chip = new SimTm1637(sim);
  private boolean hadPower = true;

  // Any thread.
  private volatile boolean power = true;
  private volatile int segments;
  private volatile boolean on;
  private volatile List<String> violations = List.of();
  private final Tm1637Display display =
      Tm1637Display.start(
          new GpioChips(
              new TellingKernel(Kernel.ofLinux(), this::happened, () -> {}),
              GpioChips.ofThisMachine()::paths),
          SimTm1637.clk(sim),
          SimTm1637.dio(sim),
          SETTINGS);

  @AfterEach
  void end() {
    display.close();
    sim.close();
  }

  private void happened(String call) {
    if (!call.startsWith("GPIO_V2_LINE_SET") && !call.equals("GPIO_V2_GET_LINE")) {
      return;
    }
    if (hadPower != power) {
      hadPower = power;
      chip.power(hadPower);
    }
    chip.look(System.nanoTime());
    segments = chip.segments();
    on = chip.memory.on;
    violations = chip.violations();
  }

  private void awaitShown(Face face) {
    Until.holds(
        "the display shows " + face,
        () -> display.fault().isEmpty() && segments == face.segments() && on == face.on());
  }

  @Test
  void display_shownAndWithoutPower_isOfflineAndComesBack() {
    Face face = Face.of("1859", true, 5);
    display.show(face);
    awaitShown(face);

    power = false;
    Until.holds("the display is offline", () -> display.fault().isPresent());
    assertTrue(display.fault().orElseThrow().contains("no acknowledge"), display.fault()::get);
    power = true;
    awaitShown(face);
    assertEquals(List.of(), violations);
  }

  @Test
  void display_chipVanished_isOfflineAndComesBack() {
    Face face = Face.of("2046", true, 5);
    display.show(face);
    awaitShown(face);

    power = false;
    sim.unplug();
    Until.holds("the display is offline", () -> display.fault().isPresent());
    Until.holds(
        "the chip is not there",
        () -> display.fault().orElse("").startsWith("no GPIO chip is called"));
    sim.plugIn();
    power = true;
    awaitShown(face);
    assertEquals(List.of(), violations);
  }

  @Test
  void display_closed_isDark() {
    Face face = Face.of("8888", true, 7);
    display.show(face);
    awaitShown(face);
    display.close();
    assertEquals(false, on);
    assertEquals(List.of(), violations);
  }
}
