package dev.signalbox.hardware.tm1637;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitsTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 500, 25_000, 199_000, 201_000, 5_000_000})
  void wait_isNeverTooShort(long nanos) {
    for (int time = 0; time < 20; time++) {
      long begun = System.nanoTime();
      Waits.PRECISE.await(nanos);
      long waited = System.nanoTime() - begun;
      assertTrue(waited >= nanos, waited + " ns, not " + nanos);
    }
  }
}
