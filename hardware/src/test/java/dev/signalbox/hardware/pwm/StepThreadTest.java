package dev.signalbox.hardware.pwm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.Driver;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StepThreadTest {
  private static final Logger LOG = Logger.getLogger(StepThread.class.getName());

  private final StepThread thread = new StepThread("stepper");

  @AfterEach
  void close() {
    thread.close();
    LOG.setLevel(null);
  }

  @Test
  void work_isDoneWhenItIsDue() throws InterruptedException {
    CountDownLatch steps = new CountDownLatch(5);
    long start = System.nanoTime();
    thread.begin(() -> {
      steps.countDown();
      return start + (6 - steps.getCount()) * 10_000_000;
    });

    steps.await();
    assertTrue(System.nanoTime() - start >= 50_000_000);
  }

  @Test
  void work_thatFails_doesNotKeepOthersFromTheirs_andIsTriedAgain() throws InterruptedException {
    LOG.setLevel(Level.OFF);
    CountDownLatch failures = new CountDownLatch(2);
    thread.begin(() -> {
      failures.countDown();
      throw new IllegalStateException("a defect, as the test wants it");
    });
    CountDownLatch steps = new CountDownLatch(1);
    thread.begin(() -> {
      steps.countDown();
      return Driver.NEVER;
    });

    steps.await();
    failures.await();
  }

  @Test
  void work_thatEnded_isDoneNoMore() throws InterruptedException {
    AtomicInteger steps = new AtomicInteger();
    Stepped ended =
        () -> {
          steps.incrementAndGet();
          return System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(10);
        };
    thread.begin(ended);
    thread.end(ended);
    // Two whole turns of another, so that none of the first is under way.
    CountDownLatch turns = new CountDownLatch(2);
    thread.begin(() -> {
      turns.countDown();
      return System.nanoTime();
    });
    turns.await();
    int before = steps.get();
    CountDownLatch more = new CountDownLatch(100);
    thread.begin(() -> {
      more.countDown();
      return System.nanoTime();
    });
    more.await();

    assertEquals(before, steps.get());
  }
}
