package dev.signalbox.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DriverEndsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final AtomicInteger ended = new AtomicInteger();

  @Test
  void drivers_endSideBySide() {
    CyclicBarrier meeting = new CyclicBarrier(3);
    Runnable end =
        () -> {
          try {
            meeting.await();
            ended.incrementAndGet();
          } catch (InterruptedException | BrokenBarrierException alone) {
            throw new AssertionError(alone);
          }
        };

    DriverEnds.await(List.of(end, end, end), PATIENCE);

    assertEquals(3, ended.get());
  }

  @Test
  void driver_thatNeverEnds_holdsUpNoOther() throws InterruptedException {
    CountDownLatch others = new CountDownLatch(2);
    CountDownLatch never = new CountDownLatch(1);
    Runnable hangs =
        () -> {
          try {
            never.await();
          } catch (InterruptedException hurry) {
            throw new AssertionError(hurry);
          }
        };

    DriverEnds.await(List.of(hangs, others::countDown, others::countDown), Duration.ofMillis(1));
    others.await();
    never.countDown();
  }
}
