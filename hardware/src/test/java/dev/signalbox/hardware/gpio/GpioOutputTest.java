package dev.signalbox.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.fake.FakeChip;
import dev.signalbox.hardware.fake.FakeKernel;
import dev.signalbox.hardware.fake.FakeLine;
import dev.signalbox.hardware.fake.WrappedKernel;
import dev.signalbox.hardware.kernel.Kernel;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GpioOutputTest {
  private static final OutputSettings PLAIN = OutputSettings.plain("signalbox led");
  private static final String GONE = "gpiochip0 line 5 (GPIO5): the chip is gone";
  private static final String NOT_THERE = "this machine has no GPIO chip";

  private final FakeKernel kernel = new FakeKernel();
  private final FakeChip chip = kernel.addChip("gpiochip0", "fake", 8);
  private final FakeLine line = chip.line(5).named("GPIO5");
  private final GpioPorts ports =
      GpioPorts.unchecked(new GpioChips(kernel, kernel::paths), kernel::nanos);
  private final List<Optional<String>> told = new ArrayList<>();
  private GpioOutput output = output(PLAIN);

  private GpioOutput output(OutputSettings settings) {
    GpioOutput made = ports.output(LineAddress.of("5"), settings);
    made.onFaultChange(() -> told.add(made.fault()));
    return made;
  }

  private static OutputSettings settings(boolean activeLow, AtTheEnd atTheEnd) {
    return new OutputSettings("test", activeLow, Drive.PUSH_PULL, Bias.AS_IS, atTheEnd);
  }

  @AfterEach
  void nothingIsLeftOpen() {
    output.close();
    ports.close();
    assertEquals(0, kernel.openDescriptors());
  }

  @Test
  void line_isNotTouchedBeforeItIsSet() {
    ports.check();

    assertFalse(line.isUsed());
    output.close();
    assertEquals(List.of(), line.edges());
  }

  @Test
  void line_hasItsFirstValueFromTheStart() {
    output = output(settings(true, AtTheEnd.OFF));
    line.drive(true);
    line.release();
    output.set(false);

    assertEquals("test", line.consumer());
    assertEquals(1, line.edges().size(), "high before and after");
  }

  @Test
  void set_switchesTheLine() {
    output.set(true);
    assertTrue(line.isHigh());
    assertEquals("signalbox led", line.consumer());

    output.set(false);
    assertFalse(line.isHigh());
  }

  @Test
  void activeLow_isOnWhileLow() {
    output = output(settings(true, AtTheEnd.OFF));
    output.set(true);
    assertFalse(line.isHigh());

    output.set(false);
    assertTrue(line.isHigh());
  }

  @Test
  void end_isOff() {
    output.set(true);
    output.close();

    assertFalse(line.isHigh());
    assertFalse(line.isUsed());
  }

  @Test
  void end_ofAnActiveLowLine_isHigh() {
    output = output(settings(true, AtTheEnd.OFF));
    output.set(true);
    output.close();

    assertTrue(line.isHigh());
  }

  @Test
  void end_thatKeeps_writesNothing() {
    output = output(settings(false, AtTheEnd.KEEP));
    output.set(true);
    output.close();

    assertTrue(line.isHigh());
    assertFalse(line.isUsed());
  }

  @Test
  void set_afterTheEnd_doesNothing() {
    output.set(true);
    output.close();
    output.set(true);

    assertFalse(line.isHigh());
    assertFalse(line.isUsed());
  }

  @Test
  void line_inUse_isAFaultUntilItIsFree() {
    line.occupy("spi0 CS0");
    output.set(false);
    output.set(true);
    assertEquals(Optional.of("gpiochip0: line 5 (GPIO5) is in use by 'spi0 CS0'"), output.fault());

    line.free();
    ports.check();
    assertTrue(line.isHigh());
    assertEquals(Optional.empty(), output.fault());
  }

  @Test
  void line_thatVanished_isAFaultAndComesBackWithWhatWasSetMeanwhile() {
    output.set(false);
    chip.vanish();
    output.set(true);
    assertEquals(Optional.of(GONE), output.fault());
    output.set(false);
    output.set(true);
    assertEquals(Optional.of(GONE), output.fault(), "only a check looks for it");
    ports.check();

    chip.comeBack();
    assertFalse(line.isUsed());
    ports.check();
    assertTrue(line.isHigh());
    assertEquals(List.of(Optional.of(GONE), Optional.of(NOT_THERE), Optional.empty()), told);
  }

  @Test
  void set_whileTheLineIsLookedAt_doesNotWait_andIsDoneThen() {
    AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    Kernel slow =
        new WrappedKernel(kernel) {
          @Override
          public int ioctl(int fd, String name, long request, MemorySegment argument) {
            meanwhile.getAndSet(() -> {}).run();
            return super.ioctl(fd, name, request, argument);
          }
        };
    GpioPorts slowPorts = GpioPorts.unchecked(new GpioChips(slow, kernel::paths), kernel::nanos);
    GpioOutput other = slowPorts.output(LineAddress.of("3"), PLAIN);
    other.set(false);
    meanwhile.set(() -> onAnotherThread(() -> other.set(true)));
    slowPorts.check();

    assertTrue(chip.line(3).isHigh());
    other.close();
    slowPorts.close();
  }

  /** Does that, and comes back only when it is done. */
  private static void onAnotherThread(Runnable action) {
    Thread thread = Thread.ofPlatform().start(action);
    try {
      assertTrue(thread.join(Duration.ofMinutes(1)), "it waits");
    } catch (InterruptedException hurry) {
      throw new AssertionError(hurry);
    }
  }

  @Test
  void check_findsALineThatVanishedBetweenWrites() {
    output.set(true);
    ports.check();
    assertEquals(Optional.empty(), output.fault());

    chip.vanish();
    ports.check();
    assertEquals(Optional.of(GONE), output.fault());
    ports.check();
    ports.check();
    assertEquals(List.of(Optional.of(GONE), Optional.of(NOT_THERE)), told);
  }

  @Test
  void check_asksForTheLineAgainWithWhatItShouldHave() {
    output.set(true);
    chip.vanish();
    ports.check();
    line.drive(false);
    line.release();
    chip.comeBack();
    ports.check();

    assertTrue(line.isHigh());
    assertEquals(List.of(Optional.of(GONE), Optional.empty()), told);

    chip.vanish();
    ports.check();
    assertEquals(Optional.of(GONE), told.getLast(), "a fault of its own");
  }

  @Test
  void check_afterTheEnd_leavesTheLineAlone() {
    output.set(true);
    chip.vanish();
    ports.check();
    output.close();
    chip.comeBack();
    ports.check();

    assertFalse(line.isUsed());
  }

  @Test
  void end_ofALineThatVanished_isQuiet() {
    output.set(true);
    chip.vanish();
    ports.check();

    output.close();
  }

  @Test
  void end_ofALineThatIsJustGone_freesItAllTheSame() {
    output.set(true);
    chip.vanish();

    assertThrows(DriverFault.class, output::close);
    assertEquals(0, kernel.openDescriptors());
  }
}
