package dev.signalbox.hardware.pwm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CurveTest {
  @ParameterizedTest
  @EnumSource
  void duty_goesFromNothingToEverythingAndAlwaysUp(Curve curve) {
    assertEquals(0, curve.duty(0));
    assertEquals(1, curve.duty(100));
    for (int percent = 1; percent <= 100; percent++) {
      assertTrue(curve.duty(percent) > curve.duty(percent - 1), "at " + percent);
    }
  }

  @ParameterizedTest
  @EnumSource
  void duty_ofWhatIsNoPercent_isRefused(Curve curve) {
    assertThrows(IllegalArgumentException.class, () -> curve.duty(-1));
    assertThrows(IllegalArgumentException.class, () -> curve.duty(101));
  }

  @Test
  void linear_isThePercent() {
    for (int percent = 0; percent <= 100; percent++) {
      assertEquals(percent / 100.0, Curve.LINEAR.duty(percent), 1e-12);
    }
  }

  /** The other way round: how light that much light is, by the standard. */
  @Test
  void lightness_looksAsBrightAsThePercent() {
    for (int percent = 0; percent <= 100; percent++) {
      double light = Curve.LIGHTNESS.duty(percent);
      double lightness = light > 216 / 24_389.0 ? 116 * Math.cbrt(light) - 16 : light * 903.2963;
      assertEquals(percent, lightness, 1e-4);
    }
    assertEquals(0.184, Curve.LIGHTNESS.duty(50), 0.001);
  }

  @ParameterizedTest
  @EnumSource
  void lit_isDarkOnlyAtNothingAndFullOnlyAtEverything(Curve curve) {
    for (long steps : new long[] {2, 100, 1_000_000}) {
      assertEquals(0, curve.lit(0, steps));
      assertEquals(steps, curve.lit(100, steps));
      for (int percent = 1; percent < 100; percent++) {
        long lit = curve.lit(percent, steps);
        assertTrue(lit >= 1 && lit < steps, percent + " percent is " + lit + " of " + steps);
        assertEquals(curve.duty(percent), (double) lit / steps, 1.0 / steps);
      }
    }
  }
}
