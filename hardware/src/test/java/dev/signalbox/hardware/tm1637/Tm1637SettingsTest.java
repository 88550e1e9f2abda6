package dev.signalbox.hardware.tm1637;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.hardware.gpio.Drive;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Tm1637SettingsTest {
  private static Tm1637Settings settings(Duration bitTime, Drive drive) {
    return new Tm1637Settings(
        "test", bitTime, drive, Tm1637Settings.Acknowledge.REQUIRE, AtTheEnd.OFF);
  }

  @ParameterizedTest
  @ValueSource(longs = {2_000, 10_000_000})
  void bitTime_atItsLimits(long nanos) {
    assertEquals(nanos, settings(Duration.ofNanos(nanos), Drive.OPEN_DRAIN).bitTime().toNanos());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1_999, 10_000_001})
  void bitTime_beyondThem(long nanos) {
    Duration bitTime = Duration.ofNanos(nanos);
    assertThrows(IllegalArgumentException.class, () -> settings(bitTime, Drive.PUSH_PULL));
  }

  @Test
  void openSource_isNoWayToDriveIt() {
    Duration bitTime = Tm1637Settings.DEFAULT_BIT_TIME;
    assertThrows(IllegalArgumentException.class, () -> settings(bitTime, Drive.OPEN_SOURCE));
  }
}
