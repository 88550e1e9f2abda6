package dev.signalbox.hardware.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.GpioOutput;
import dev.signalbox.hardware.gpio.GpioPorts;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.gpio.OutputSettings;
import dev.signalbox.testkit.SimChip;
import dev.signalbox.testkit.Until;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lines and chips that other programs and users have to do with. */
@Tag("gpio-sim")
class OtherProgramTest {
  private final SimChip sim = SimChip.of(8);
  private final GpioPorts ports = GpioPorts.of(GpioChips.ofThisMachine());

  @AfterEach
  void remove() {
    ports.close();
    sim.close();
  }

  @Test
  void line_ofAnotherProgram_isHeldUntilThatEnds() throws IOException {
    try (GpioOutput output =
        ports.output(LineAddress.of(sim.name(), "5"), OutputSettings.plain("a test"))) {
      try (OtherProgram other = OtherProgram.taking(sim, 5, "gpioset")) {
        assertEquals("taken", other.answer());
        assertTrue(sim.isHigh(5));
        output.set(true);
        assertEquals(Optional.of(sim.name() + ": line 5 is in use by 'gpioset'"), output.fault());
        assertTrue(sim.isHigh(5));
      }
      Until.holds("the line is free", () -> output.fault().isEmpty());
      assertTrue(sim.isHigh(5));
    }
  }

  @Test
  void chip_ofUserWithoutPermission_saysWhatToDo() throws IOException {
    try (OtherProgram nobody = OtherProgram.asNobodyTaking(sim, 5)) {
      assertEquals(sim.path() + ": permission denied; add the user to group gpio", nobody.answer());
    }
  }
}
