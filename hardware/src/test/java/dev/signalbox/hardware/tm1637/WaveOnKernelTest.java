package dev.signalbox.hardware.tm1637;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.kernel.Kernel;
import dev.signalbox.hardware.sim.TellingKernel;
import dev.signalbox.testkit.SimChip;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the display's driver does to the lines of a real kernel, seen whenever the driver waits, at
 * the time that it has waited for: so no edge is missed, however busy the machine is.
 */
@Tag("gpio-sim")
class WaveOnKernelTest {
  private static final Tm1637Settings SETTINGS = Tm1637Settings.plain("a test");
  private static final String PLACE = "a place";

  private final SimChip sim = SimChip.of(28);
  private final SimTm1637 chip = new SimTm1637(sim);
  private final GpioChips chips =
      new GpioChips(
          new TellingKernel(Kernel.ofLinux(), _ -> {}, () -> pass(0)),
          GpioChips.ofThisMachine()::paths);
  private boolean plugged = true;
  private Optional<String> fault = Optional.empty();
  private long now;
  private Refresher refresher = refresher(SETTINGS);

  private Refresher refresher(Tm1637Settings settings) {
    return new Refresher(
        PLACE,
        () -> Wires.request(chips, SimTm1637.clk(sim), SimTm1637.dio(sim), settings),
        this::pass,
        settings,
        found -> fault = found);
  }

  @AfterEach
  void remove() {
    refresher.end();
    sim.close();
  }

  private void pass(long nanos) {
    if (plugged) {
      chip.look(now);
    }
    now += nanos;
  }

  private void turn(Face face) {
    pass(0);
    now = Math.max(now, refresher.turn(face, now));
    pass(0);
  }

  private void assertShows(Face face) {
    assertEquals(Optional.empty(), fault);
    assertEquals(List.of(), chip.violations());
    assertEquals(face.segments(), chip.segments());
    assertEquals(face.on(), chip.memory.on);
    assertEquals(face.brightness(), chip.memory.brightness);
  }

  @Test
  void patterns_all_arrive() {
    for (int pattern = 0; pattern < 256; pattern += Face.DIGITS) {
      int segments = pattern | (pattern + 1) << 8 | (pattern + 2) << 16 | (pattern + 3) << 24;
      Face face = new Face(segments, true, 7);
      turn(face);
      assertShows(face);
    }
  }

  @Test
  void brightnesses_all_arrive() {
    for (int brightness = 0; brightness < 8; brightness++) {
      for (boolean on : new boolean[] {true, false}) {
        Face face = Face.of("1234", on, brightness).withColon();
        turn(face);
        assertShows(face);
      }
    }
  }

  @Test
  void display_withoutPower_isOfflineUntilItHasSome() {
    Face face = Face.of("1234", true, 3);
    turn(face);
    chip.power(false);
    turn(Face.of("5678", true, 3));
    assertTrue(fault.orElseThrow().startsWith("TM1637 (a place): no acknowledge"), fault::get);
    assertEquals(0, chip.segments());

    chip.power(true);
    turn(face);
    assertShows(face);
  }

  @Test
  void display_thatGivesNoAcknowledge_isShownAllTheSame() {
    refresher =
        refresher(DisplayRig.settings(Tm1637Settings.Acknowledge.IGNORE, SETTINGS.atTheEnd()));
    Face face = Face.of("1234", true, 3);
    turn(face);
    assertShows(face);
    chip.power(false);
    turn(Face.of("5678", true, 3));
    assertEquals(Optional.empty(), fault);
  }

  @Test
  void chip_vanished_isSaidAndShowsAgainOnceItIsBack() {
    Face face = Face.of("1234", true, 3);
    turn(face);
    String name = sim.name();
    plugged = false;
    sim.unplug();
    chip.power(false);
    now = refresher.turn(Face.of("5678", true, 3), now);
    assertEquals(Optional.of(name + " line 22, line 21: the chip is gone"), fault);
    now = refresher.turn(face, now);
    assertTrue(fault.orElseThrow().startsWith("no GPIO chip is called"), fault::get);

    sim.plugIn();
    plugged = true;
    chip.power(true);
    turn(face);
    assertShows(face);
  }

  @Test
  void display_atTheEnd_isDark() {
    turn(Face.of("8888", true, 7));
    assertTrue(chip.memory.on);
    refresher.end();
    assertFalse(chip.memory.on);
    assertEquals(List.of(), chip.violations());
  }
}
