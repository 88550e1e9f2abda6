package dev.signalbox.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.fake.FakeChip;
import dev.signalbox.hardware.fake.FakeKernel;
import dev.signalbox.hardware.fake.FakeLine;
import dev.signalbox.hardware.kernel.Kernel;
import dev.signalbox.testkit.LogLines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The work of an input, turn by turn, without its thread. */
class InputWatchTest {
  private static final Duration MS = Duration.ofMillis(1);
  private static final int MOST = 100;
  private static final int BUFFERED = 128;
  private static final String STORM =
      "gpiochip0 line 0: edge storm 1, more than 100 edges a second; is it floating? Give it a"
          + " pull-up or a pull-down. It is listened to again every second";

  private record Told(boolean active, long ms) {}

  private final FakeKernel kernel = new FakeKernel();
  private final RacingKernel racing = new RacingKernel(kernel);
  private final FakeChip chip = kernel.addChip("gpiochip0", "fake", 4);
  private final FakeLine line = chip.line(0);
  private final long start = kernel.nanos();
  private final List<Told> told = new ArrayList<>();
  private final List<Optional<String>> faults = new ArrayList<>();
  private final InputState state = new InputState();
  private final LogLines log = new LogLines(InputWatch.class);
  private InputWatch watch = watch(Duration.ZERO, MOST);

  private InputWatch watch(Duration debounce, int most) {
    state.bell().onFaultChange(() -> faults.add(state.bell().fault()));
    return new InputWatch(
        new Wire(new GpioChips(racing, kernel::paths), LineAddress.of("0")),
        new InputSettings("signalbox switch", true, Bias.PULL_UP, debounce, most),
        state,
        (active, nanos) -> told.add(new Told(active, (nanos - start) / 1_000_000)),
        kernel::nanos);
  }

  @AfterEach
  void nothingIsLeftOpen() {
    watch.close();
    log.close();
    assertEquals(0, kernel.openDescriptors());
  }

  private void turn() {
    watch.turn(Kernel.NONE);
  }

  /** Takes turns until this much time has passed, or none of them waits. */
  private void turns(Duration time) {
    long end = kernel.nanos() + time.toNanos();
    while (kernel.nanos() < end) {
      turn();
    }
  }

  /** A line that goes to and fro so many times, a microsecond each. */
  private void storm(int edges) {
    for (int i = 1; i <= edges; i++) {
      boolean high = i % 2 == 0;
      kernel.after(Duration.ofNanos(i * 1_000L), () -> line.drive(high));
    }
  }

  @Test
  void line_isRequestedAsItIsWired() {
    watch.open();

    assertEquals("signalbox switch", line.consumer());
    assertEquals(
        GpioV2.INPUT
            | GpioV2.ACTIVE_LOW
            | GpioV2.BIAS_PULL_UP
            | GpioV2.EDGE_RISING
            | GpioV2.EDGE_FALLING,
        line.flags());
    assertEquals(List.of(), told, "it is not active");
  }

  @Test
  void line_thatIsActiveAtFirst_isTold() {
    line.drive(false);
    kernel.step(MS);
    watch.open();

    assertEquals(List.of(new Told(true, 1)), told);
  }

  @Test
  void edges_areToldWithTheKernelsTime() {
    watch.open();
    kernel.after(Duration.ofMillis(3), () -> line.drive(false));
    kernel.after(Duration.ofMillis(90), () -> line.drive(true));
    kernel.step(Duration.ofMillis(200));
    turn();

    assertEquals(List.of(new Told(true, 3), new Told(false, 90)), told);
    assertEquals(2, state.edges());
  }

  @Test
  void edge_whileTheLineIsRead_isToldOnceWithTheKernelsTime() {
    Runnable press =
        () -> {
          line.drive(!line.isHigh());
          kernel.step(MS);
        };
    kernel.step(MS);
    racing.beforeNextRead(press);
    watch.open();
    turn();
    assertEquals(List.of(new Told(true, 1)), told);

    racing.beforeNextRead(press);
    turn();
    turn();
    assertEquals(List.of(new Told(true, 1), new Told(false, 1_002)), told);
  }

  @Test
  void edges_thatWaitWhenAStormBegins_areToldInTheirOrder() {
    watch = watch(Duration.ZERO, 20);
    watch.open();
    for (int i = 1; i <= 61; i++) {
      line.drive(i % 2 == 0);
      kernel.step(MS);
    }
    turns(Duration.ofSeconds(1));

    assertEquals(61, told.size());
    for (int i = 0; i < told.size(); i++) {
      assertEquals(i, told.get(i).ms());
    }
  }

  @Test
  void bounces_areToldAsTheyAre() {
    watch.open();
    for (int i = 0; i < 5; i++) {
      line.drive(i % 2 == 1);
      kernel.step(MS);
    }
    turn();

    assertEquals(5, told.size());
    assertEquals(new Told(true, 4), told.getLast());
  }

  @Test
  void bounces_thatTheKernelTakesAway_areNotTold() {
    watch = watch(Duration.ofMillis(5), MOST);
    watch.open();
    for (int i = 0; i < 5; i++) {
      line.drive(i % 2 == 1);
      kernel.step(MS);
    }
    turn();

    assertEquals(List.of(new Told(true, 9)), told);
  }

  @Test
  void edges_thatTheKernelHadNoRoomFor_endOnTheRightLevel() {
    watch = watch(Duration.ZERO, 10_000);
    watch.open();
    for (int i = 1; i <= 301; i++) {
      line.drive(i % 2 == 0);
    }
    turns(Duration.ofSeconds(2));

    assertEquals(301, state.edges());
    assertEquals(BUFFERED - 1, told.size());
    assertTrue(told.getLast().active());
    for (int i = 1; i < told.size(); i++) {
      assertEquals(told.get(i).active(), !told.get(i - 1).active(), "they alternate");
    }
  }

  @Test
  void storm_isBoundedCountedAndSaidOnce() {
    watch.open();
    storm(100_000);
    turns(Duration.ofSeconds(2));

    assertTrue(told.size() <= MOST + BUFFERED, () -> told.size() + " told");
    assertEquals(List.of(Optional.of(STORM), Optional.empty()), faults);
    assertEquals(1, state.storms());
    assertEquals(0, log.count(Level.WARNING), "the board says it");
    assertTrue(state.edges() > MOST);
  }

  @Test
  void storm_thatIsPaused_costsTheKernelNothing() {
    watch.open();
    storm(1_000);
    while (state.bell().fault().isEmpty()) {
      turn();
    }
    long edges = state.edges();

    assertEquals(0, line.flags() & (GpioV2.EDGE_RISING | GpioV2.EDGE_FALLING));
    turns(Duration.ofMillis(900));
    assertTrue(state.edges() <= edges + BUFFERED, "what was left in the buffer");
  }

  @Test
  void storm_thatEnds_isOverWithTheRightLevel() {
    watch.open();
    storm(10_001);
    turns(Duration.ofMillis(500));
    assertEquals(Optional.of(STORM), state.bell().fault());

    turns(Duration.ofSeconds(3));

    assertEquals(Optional.empty(), state.bell().fault());
    assertTrue(told.getLast().active(), "low, so active");
    assertTrue((line.flags() & GpioV2.EDGE_RISING) != 0, "it is listened to again");
    int before = told.size();
    line.drive(true);
    turn();
    assertEquals(before + 1, told.size());
    assertFalse(told.getLast().active());
  }

  @Test
  void storm_thatGoesOn_isSaidOnce() {
    watch.open();
    for (int second = 0; second < 20; second++) {
      storm(5_000);
      turns(Duration.ofSeconds(1));
    }

    assertEquals(1, state.storms());
    assertEquals(0, log.count(Level.WARNING), "the board says it");
    assertEquals(1, faults.size());
    assertEquals(Optional.of(STORM), state.bell().fault());
    assertTrue(told.size() <= 20 * (MOST + BUFFERED), () -> told.size() + " told");
  }

  @Test
  void line_thatVanishes_isAFaultUntilItIsBack() {
    watch.open();
    kernel.after(MS, chip::vanish);
    turn();
    assertEquals(Optional.of("gpiochip0 line 0: the chip is gone"), state.bell().fault());
    turns(Duration.ofSeconds(3));
    assertEquals(Optional.of("this machine has no GPIO chip"), state.bell().fault());
    assertEquals(2, faults.size());
    assertEquals(0, kernel.openDescriptors());

    chip.comeBack();
    line.drive(false);
    turns(Duration.ofSeconds(1));

    assertEquals(Optional.empty(), faults.getLast());
    assertTrue(told.getLast().active(), "pressed meanwhile");
  }

  @Test
  void line_thatVanishesInAStorm_isBackInTheStorm() {
    watch.open();
    storm(1_000);
    while (state.bell().fault().isEmpty()) {
      turn();
    }
    chip.vanish();
    turn();
    assertEquals(Optional.of("gpiochip0 line 0: the chip is gone"), state.bell().fault());
    chip.comeBack();
    turn();
    assertEquals(Optional.of(STORM), state.bell().fault());

    turns(Duration.ofSeconds(3));
    assertEquals(Optional.empty(), state.bell().fault());
  }

  @Test
  void line_thatIsTakenWhileItWasGone_isWaitedFor() {
    watch.open();
    chip.vanish();
    turn();
    chip.comeBack();
    line.occupy("somebody");
    turn();
    assertEquals(Optional.of("gpiochip0: line 0 is in use by 'somebody'"), state.bell().fault());

    line.free();
    turn();
    assertEquals(Optional.empty(), state.bell().fault());
  }

  @Test
  void line_thatCanNotBeHad_isSaidAtOnce() {
    line.occupy("somebody");

    assertThrows(DriverFault.class, watch::open);
  }

  @Test
  void listener_thatFails_isAFaultAndTriedAgain() {
    List<Boolean> heard = new ArrayList<>();
    InputWatch failing =
        new InputWatch(
            new Wire(new GpioChips(kernel, kernel::paths), LineAddress.of("0")),
            InputSettings.button("test"),
            state,
            (active, _) -> {
              heard.add(active);
              if (heard.size() == 1) {
                throw new IllegalStateException("a defect");
              }
            },
            kernel::nanos);
    failing.open();
    line.drive(false);
    failing.turn(Kernel.NONE);
    assertEquals(Optional.of("0: java.lang.IllegalStateException: a defect"), state.bell().fault());

    assertEquals(1, log.count(Level.SEVERE));
    failing.turn(Kernel.NONE);
    assertEquals(Optional.empty(), state.bell().fault());
    failing.close();
  }
}
