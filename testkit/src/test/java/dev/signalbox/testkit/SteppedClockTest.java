package dev.signalbox.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteppedClockTest {
  private final SteppedClock clock = new SteppedClock();

  @Test
  void step_movesBothClocksAlike() {
    long nanos = clock.nanos();

    clock.step(Duration.ofNanos(1_500_000));

    assertEquals(1_500_000, clock.nanos() - nanos);
    assertEquals(SteppedClock.START.plusNanos(1_500_000), clock.instant());
  }

  @Test
  void setWall_leavesTheMonotonicClock() {
    long nanos = clock.nanos();

    clock.setWall(Instant.EPOCH);

    assertEquals(nanos, clock.nanos());
    assertEquals(0, clock.millis());
  }

  @Test
  void step_backwards_isRefused() {
    Duration back = Duration.ofMillis(-1);

    assertThrows(IllegalArgumentException.class, () -> clock.step(back));
  }
}
