package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How fast an address may command, by a clock that is stepped. */
final class CommandRateTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** Near the end of the monotonic clock's range, over which it may run at any time. */
  private long now = Long.MAX_VALUE - SECOND;

  private int allowed(CommandRate rate, String address, int asked) {
    int allowed = 0;
    for (int i = 0; i < asked; i++) {
      allowed += rate.allows(address, 1, now) ? 1 : 0;
    }
    return allowed;
  }

  @Test
  void burst_isTwoSecondsWorth() {
    CommandRate rate = new CommandRate(10);
    assertEquals(20, allowed(rate, "a", 100));
    assertEquals(20, allowed(rate, "b", 100));
  }

  @Test
  void longRun_isTheRate() {
    CommandRate rate = new CommandRate(10);
    int allowed = 0;
    for (int i = 0; i < 1_000; i++) {
      allowed += allowed(rate, "a", 5);
      now += SECOND / 10;
    }
    assertTrue(Math.abs(allowed - (20 + 999)) <= 1, "allowed " + allowed);
  }

  @Test
  void rest_fillsTheBucketAndNoMore() {
    CommandRate rate = new CommandRate(10);
    allowed(rate, "a", 100);
    now += 1_000 * SECOND;
    assertEquals(20, allowed(rate, "a", 100));
  }

  @Test
  void refused_costsNothing() {
    CommandRate rate = new CommandRate(10);
    allowed(rate, "a", 20);
    for (int i = 0; i < 100; i++) {
      assertFalse(rate.allows("a", 5, now));
    }
    now += SECOND / 2;
    assertTrue(rate.allows("a", 5, now));
    assertFalse(rate.allows("a", 1, now));
  }

  /** A batch larger than the bucket waits for a full one and is paid off afterwards. */
  @Test
  void batch_largerThanTheBucket() {
    CommandRate rate = new CommandRate(10);
    assertTrue(rate.allows("a", 100, now));
    now += 8 * SECOND;
    assertFalse(rate.allows("a", 1, now));
    now += SECOND / 10;
    assertTrue(rate.allows("a", 1, now));
  }

  @Test
  void addresses_withoutEnd() {
    CommandRate rate = new CommandRate(1);
    for (int i = 0; i < 50_000; i++) {
      assertTrue(rate.allows("address-" + i, 2, now));
    }
    assertFalse(rate.allows("address-49999", 1, now));
    assertTrue(rate.allows("address-0", 1, now), "the oldest are forgotten");
  }
}
