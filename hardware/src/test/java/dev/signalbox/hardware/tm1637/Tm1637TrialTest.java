package dev.signalbox.hardware.tm1637;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.DriverFault;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Tm1637TrialTest {
  private static final Tm1637Settings SETTINGS = Tm1637Settings.plain("test");
  private static final Face FACE = Face.of("1234", true, 7);

  private final Bench bench = new Bench();

  @AfterEach
  void noRuleIsBrokenAndNothingIsLeftOpen() {
    assertEquals(List.of(), bench.violations());
    assertEquals(0, bench.kernel.openDescriptors());
  }

  @Test
  void face_isOnTheDigitsWhenShowReturns() {
    try (Tm1637Trial trial = bench.trial(SETTINGS)) {
      assertEquals(List.of(), bench.messages());
      assertEquals(Optional.empty(), trial.show(FACE));
      assertEquals(DisplayRig.WHOLE_1234, bench.messages());
    }
    assertFalse(bench.chip.on);
  }

  @Test
  void display_thatIsNotThere_isSaidUntilItIsThere() {
    try (Tm1637Trial trial = bench.trial(SETTINGS)) {
      bench.unplug();
      for (int i = 0; i < 2; i++) {
        String fault = trial.show(FACE).orElse("nothing");
        assertTrue(fault.startsWith("TM1637 (CLK gpiochip0:22, DIO gpiochip0:21): no"), fault);
      }
      bench.plugIn();
      assertEquals(Optional.empty(), trial.show(FACE));
      assertTrue(bench.chip.on);
    }
  }

  @Test
  void lines_thatAreInUse_areSaidAtOnce() {
    bench.dio.occupy("clock");

    DriverFault refused = assertThrows(DriverFault.class, () -> bench.trial(SETTINGS));
    assertEquals("gpiochip0: line 21 is in use by 'clock'", refused.getMessage());
  }

  @Test
  void lines_thatAreGone_areAskedForAgain() {
    try (Tm1637Trial trial = bench.trial(SETTINGS)) {
      bench.gpio.vanish();
      assertTrue(trial.show(FACE).orElse("nothing").contains("gone"));
      bench.gpio.comeBack();
      assertEquals(Optional.empty(), trial.show(FACE));
    }
  }
}
