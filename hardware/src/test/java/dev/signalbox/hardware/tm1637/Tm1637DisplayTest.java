package dev.signalbox.hardware.tm1637;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.hardware.gpio.Drive;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The display's own thread, by the real clock. */
class Tm1637DisplayTest {
  private static final long DEADLINE_SECONDS = 60;
  private static final Tm1637Settings OFF = Tm1637Settings.plain("test");

  /** Of the display's thread until it has ended. */
  private final Bench bench = new Bench(System::nanoTime);

  private static Tm1637Settings keeping(Duration bitTime) {
    return new Tm1637Settings(
        "test", bitTime, Drive.PUSH_PULL, Tm1637Settings.Acknowledge.REQUIRE, AtTheEnd.KEEP);
  }

  private static void awaitSent(Bench bench, int messages) {
    await(() -> bench.sent >= messages);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        fail("not in time");
      }
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(DEADLINE_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void face_isShownWithAllTimesHeldByTheRealClock() {
    for (long bitNanos : List.of(2_000L, 100_000L, 1_000_000L)) {
      Bench wires = new Bench(System::nanoTime);
      try (Tm1637Display display = wires.start(keeping(Duration.ofNanos(bitNanos)))) {
        display.show("12-4", true, 5);
        awaitSent(wires, 3);
      }
      assertEquals(List.of(), wires.violations());
      assertTrue(wires.shortestBit() >= bitNanos, wires.shortestBit() + " ns");
      assertEquals(
          List.of(List.of(0x40), List.of(0xC0, 0x06, 0x5B, 0x40, 0x66), List.of(0x8D)),
          wires.messages().subList(0, 3));
      assertEquals(0, wires.kernel.openDescriptors());
      assertTrue(wires.chip.on);
    }
  }

  /** Slow enough that it is closed in the middle of a face, which it finishes. */
  @Test
  void close_waitsUntilTheDigitsAreDark() {
    Tm1637Settings slow = DisplayRig.settings(Duration.ofMillis(5), Drive.PUSH_PULL);
    try (Tm1637Display display = bench.start(slow)) {
      display.show("1234", true, 7);
      awaitSent(bench, 1);
    }

    assertEquals(0, bench.kernel.openDescriptors());
    assertEquals(List.of(List.of(0x8F), List.of(0x80)), bench.messages().subList(2, 4));
    assertFalse(bench.chip.on);
    assertEquals(List.of(), bench.violations());
  }

  @Test
  void show_neverWaitsAndTheNewestWins() {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch freed = new CountDownLatch(1);
    bench.seam.beforeOpen(() -> {
      asked.countDown();
      await(freed);
    });
    try (Tm1637Display display = bench.start(keeping(Tm1637Settings.DEFAULT_BIT_TIME))) {
      await(asked);
      for (int count = 0; count < 1_000; count++) {
        display.show("%4d".formatted(count), true, 7);
      }
      freed.countDown();
      awaitSent(bench, 3);
      assertEquals(Optional.empty(), display.fault());
    }

    assertEquals(List.of(0xC0, 0x00, 0x6F, 0x6F, 0x6F), bench.messages().get(1));
  }

  @Test
  void fault_isToldWhenItComesAndWhenItGoes() throws InterruptedException {
    CountDownLatch listening = new CountDownLatch(1);
    bench.seam.beforeOpen(() -> await(listening));
    bench.clk.occupy("clock");
    BlockingQueue<Optional<String>> told = new LinkedBlockingQueue<>();
    try (Tm1637Display display = bench.start(OFF)) {
      display.onFaultChange(() -> told.add(display.fault()));
      listening.countDown();
      Optional<String> fault = told.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
      assertNotNull(fault);
      assertTrue(fault.orElseThrow().contains("in use by 'clock'"), fault::toString);

      await(() -> bench.seam.requests() > 1);
      bench.clk.free();
      assertEquals(Optional.empty(), told.poll(DEADLINE_SECONDS, TimeUnit.SECONDS));
    }
    assertEquals(0, told.size());
  }

  @Test
  void thread_isNamedAndEndsWithTheDisplay() throws InterruptedException {
    BlockingQueue<Thread> seen = new LinkedBlockingQueue<>();
    bench.seam.beforeOpen(() -> seen.add(Thread.currentThread()));
    Tm1637Display display = bench.start(OFF);
    Thread thread = seen.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    assertNotNull(thread);
    assertEquals("display-gpiochip0:22", thread.getName());
    assertFalse(thread.isVirtual());

    display.close();
    display.close();
    assertFalse(thread.isAlive());
  }
}
