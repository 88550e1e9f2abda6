package dev.signalbox.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.boards.ToggleDriver;
import dev.signalbox.boards.ToggleSettings;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.hardware.fake.FakeChip;
import dev.signalbox.hardware.fake.FakeKernel;
import dev.signalbox.testkit.Commands;
import dev.signalbox.testkit.LogLines;
import dev.signalbox.testkit.SteppedClock;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The LED and the switch of the second document on lines: switch 0, LED 5. */
class ToggleOnLinesTest {
  private static final PartAddress LED = PartAddress.of("toggle", "led");
  private static final long DEADLINE_SECONDS = 60;

  private final SteppedClock clock = new SteppedClock();
  private final FakeKernel kernel = new FakeKernel(clock);
  private final FakeChip chip = kernel.addChip("gpiochip0", "pinctrl-bcm2711", 54);
  private final GpioPorts ports =
      GpioPorts.unchecked(new GpioChips(kernel, kernel::paths), kernel::nanos);
  private final GpioInput contact =
      ports.input(LineAddress.of("0"), InputSettings.button("signalbox switch"));
  private final GpioOutput lamp =
      ports.output(LineAddress.of("5"), OutputSettings.plain("signalbox led"));
  private final LogLines log = new LogLines(InputWatch.class);
  private final SteppedHub hub;

  ToggleOnLinesTest() {
    kernel.blockWaits();
    hub =
        SteppedHub.of(
            clock,
            List.of(
                ToggleDriver.board(
                    new BoardId("toggle"), "Toggle", ToggleSettings.DEFAULT, contact, lamp)),
            SavedSettings.NONE);
  }

  @AfterEach
  void close() {
    hub.close();
    log.close();
    ports.close();
    assertFalse(chip.line(5).isHigh(), "off at the end");
    assertEquals(0, kernel.openDescriptors());
  }

  private boolean lit() {
    return hub.part(LED, Led.class).lit();
  }

  private Link link() {
    return hub.board("toggle").info().link();
  }

  /** Lets the threads of the lines and the hub work until something is so. */
  private void until(String what, Duration stride, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, what);
      kernel.step(stride);
      ports.check();
      hub.settle();
      Thread.onSpinWait();
    }
  }

  private void press() {
    long before = contact.edges();
    for (boolean high : new boolean[] {false, true, false}) {
      chip.line(0).drive(high);
      kernel.step(Duration.ofMillis(1));
    }
    until("the press is heard", Duration.ZERO, () -> contact.edges() == before + 3);
    kernel.step(Duration.ofMillis(50));
    hub.settle();
    chip.line(0).drive(true);
    until("the release is heard", Duration.ZERO, () -> contact.edges() == before + 4);
    kernel.step(Duration.ofMillis(50));
    hub.settle();
  }

  @Test
  void press_ofABouncingButton_togglesTheLedOnce() {
    press();
    assertTrue(lit());
    assertTrue(chip.line(5).isHigh());

    press();
    assertFalse(lit());
    assertFalse(chip.line(5).isHigh());
    assertEquals(0, chip.line(0).conflicts());
  }

  @Test
  void command_switchesTheLine() {
    hub.submit(Commands.toggle(LED));

    assertTrue(chip.line(5).isHigh());
  }

  @Test
  void chip_thatVanishes_takesTheBoardOfflineUntilItIsBack() {
    hub.submit(Commands.toggle(LED));
    chip.vanish();
    ports.check();
    until("offline", Duration.ofMillis(100), () -> link() instanceof Link.Offline);
    until(
        "why",
        Duration.ofMillis(100),
        () ->
            link() instanceof Link.Offline offline
                && offline.reason().equals("this machine has no GPIO chip"));

    until("the input knows", Duration.ZERO, () -> contact.fault().isPresent());

    chip.comeBack();
    chip.line(5).drive(false);
    chip.line(5).release();
    until("online", Duration.ofMillis(100), () -> link() instanceof Link.Online);
    assertTrue(chip.line(5).isHigh(), "lit as before");
    press();
    assertFalse(lit());
  }

  @Test
  void storm_onTheSwitch_takesTheBoardOfflineUntilItIsOver() {
    for (int i = 0; i <= InputSettings.MOST_EDGES; i++) {
      long before = contact.edges();
      chip.line(0).drive(i % 2 == 1);
      until("heard", Duration.ZERO, () -> contact.edges() > before || contact.storms() > 0);
    }
    until("offline", Duration.ZERO, () -> link() instanceof Link.Offline);
    assertTrue(assertInstanceOf(Link.Offline.class, link()).reason().contains("edge storm"));

    until("online", Duration.ofMillis(100), () -> link() instanceof Link.Online);
    assertEquals(1, contact.storms());
  }
}
