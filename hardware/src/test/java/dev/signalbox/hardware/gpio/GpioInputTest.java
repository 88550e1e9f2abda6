package dev.signalbox.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.fake.FakeChip;
import dev.signalbox.hardware.fake.FakeKernel;
import dev.signalbox.hardware.kernel.Errno;
import dev.signalbox.testkit.Until;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An input with its thread. */
class GpioInputTest {
  private static final long DEADLINE_SECONDS = 60;

  private record Told(boolean active, long nanos, String thread) {}

  private final FakeKernel kernel = new FakeKernel();
  private final FakeChip chip = kernel.addChip("gpiochip0", "fake", 4);
  private final GpioPorts ports =
      GpioPorts.unchecked(new GpioChips(kernel, kernel::paths), kernel::nanos);
  private final GpioInput input =
      ports.input(LineAddress.of("gpiochip0", "2"), InputSettings.button("signalbox switch"));
  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
  private final BlockingQueue<Optional<String>> faults = new LinkedBlockingQueue<>();

  GpioInputTest() {
    kernel.blockWaits();
    input.onFaultChange(() -> faults.add(input.fault()));
  }

  @AfterEach
  void nothingIsLeftOpen() {
    input.close();
    ports.close();
    assertEquals(0, kernel.openDescriptors());
  }

  private void watch() {
    input.watch(
        (active, nanos) -> told.add(new Told(active, nanos, Thread.currentThread().getName())));
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    return Objects.requireNonNull(
        queue.poll(DEADLINE_SECONDS, TimeUnit.SECONDS), "nothing was told");
  }

  @Test
  void input_isNotSimulated() {
    assertFalse(input.isSimulated());
  }

  @Test
  void line_isNotTouchedBeforeItIsWatched() {
    assertFalse(chip.line(2).isUsed());
  }

  @Test
  void edge_isToldByTheInputsThread() throws Exception {
    watch();
    kernel.step(Duration.ofMillis(7));
    long at = kernel.nanos();
    chip.line(2).drive(false);

    assertEquals(new Told(true, at, "gpio-input-gpiochip0:2"), next(told));
    chip.line(2).drive(true);
    assertFalse(next(told).active());
    input.close();
    assertEquals(2, input.edges());
    assertEquals(0, input.storms());
  }

  @Test
  void line_thatVanishes_isAFaultUntilItIsBack() throws Exception {
    watch();
    chip.vanish();
    assertEquals(Optional.of("gpiochip0 line 2: the chip is gone"), next(faults));

    chip.comeBack();
    chip.line(2).drive(false);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (told.isEmpty()) {
      assertTrue(System.nanoTime() < deadline, "it does not come back");
      kernel.step(Duration.ofSeconds(1));
      Thread.onSpinWait();
    }
    assertTrue(next(told).active());
  }

  @Test
  void close_endsTheThreadAndFreesTheLine() {
    watch();
    assertTrue(chip.line(2).isUsed());

    input.close();
    assertFalse(chip.line(2).isUsed());
    assertEquals(0, kernel.openDescriptors());
    input.close();
  }

  @Test
  void close_whileTheLineIsGone_endsTheThread() throws Exception {
    watch();
    chip.vanish();
    next(faults);

    input.close();
    assertEquals(0, kernel.openDescriptors());
  }

  @Test
  void watch_ofALineInUse_isAFaultUntilItIsFree() throws Exception {
    chip.line(2).occupy("somebody");
    watch();
    assertEquals(Optional.of("gpiochip0: line 2 is in use by 'somebody'"), next(faults));

    chip.line(2).free();
    chip.line(2).drive(false);
    Until.holds(
        "the line is watched",
        () -> {
          kernel.step(Duration.ofSeconds(1));
          return !told.isEmpty();
        });
    assertTrue(next(told).active());
    assertEquals(Optional.empty(), input.fault());
  }

  @Test
  void watch_withoutABell_givesTheLineBack() {
    kernel.refuseBells(Errno.EMFILE.number());
    assertEquals(
        "a bell: too many open files (eventfd)",
        assertThrows(DriverFault.class, this::watch).getMessage());
    assertFalse(chip.line(2).isUsed());

    kernel.refuseBells(0);
    watch();
    assertTrue(chip.line(2).isUsed());
  }

  @Test
  void watch_twiceOrAfterTheEnd_isADefect() {
    watch();
    assertThrows(IllegalStateException.class, this::watch);

    input.close();
    assertThrows(IllegalStateException.class, this::watch);
  }
}
