package dev.signalbox.app.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.hardware.fake.FakeChip;
import dev.signalbox.hardware.fake.FakeKernel;
import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.hardware.gpio.Drive;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.tm1637.Tm1637Settings;
import dev.signalbox.hardware.tm1637.Tm1637Settings.Acknowledge;
import dev.signalbox.hardware.tm1637.Tm1637Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class DisplayTrialTest {
  private static final String SILENT =
      "! TM1637 (CLK 22, DIO 21): no acknowledge; check its wires and its power,"
          + " or set 'acknowledge: ignore' if it never gives one";
  private static final String SEGMENTS =
      "Each segment, on all digits: A to G, then the points or the colon.";
  private static final String BRIGHTNESSES =
      "All segments, from the least brightness to the full one.";
  private static final String COUNTING = "Counting for 300ms.";

  private final FakeKernel kernel = new FakeKernel();
  private final FakeChip chip = kernel.addChip("gpiochip0", "fake", 28);
  private final PluggedDisplay display = new PluggedDisplay(chip.line(22), chip.line(21));
  private final List<String> told = new ArrayList<>();
  private Predicate<Duration> pause = this::pass;

  private boolean pass(Duration time) {
    kernel.step(time);
    return false;
  }

  private DisplayTrial.Outcome run() {
    Tm1637Settings settings =
        new Tm1637Settings(
            "test", Duration.ofNanos(2_000), Drive.PUSH_PULL, Acknowledge.REQUIRE, AtTheEnd.OFF);
    GpioChips chips = new GpioChips(kernel, kernel::paths);
    try (Tm1637Trial trial =
        Tm1637Trial.open(chips, LineAddress.of("22"), LineAddress.of("21"), settings)) {
      DisplayTrial.Time time = new DisplayTrial.Time(pause, kernel::nanos);
      return new DisplayTrial(trial, time, told::add, fault -> told.add("! " + fault))
          .run(Duration.ofMillis(300));
    }
  }

  private List<List<Integer>> digits() {
    return display.messages().stream().filter(message -> message.getFirst() == 0xC0).toList();
  }

  @Test
  void trial_showsEverySegmentAndBrightnessAndCounts() {
    assertEquals(new DisplayTrial.Outcome(19, 0), run());
    assertEquals(List.of(SEGMENTS, BRIGHTNESSES, COUNTING), told);

    List<List<Integer>> digits = digits();
    for (int segment = 0; segment < 8; segment++) {
      int bit = 1 << segment;
      assertEquals(List.of(0xC0, bit, bit, bit, bit), digits.get(segment));
    }
    assertEquals(List.of(0xC0, 0xFF, 0xFF, 0xFF, 0xFF), digits.get(8));
    assertTrue(digits.contains(List.of(0xC0, 0, 0, 0, 0x3F)), "the count's 0");
    assertEquals(List.of(0xC3, 0x5B), display.messages().get(display.messages().size() - 2));
    for (int brightness = 0; brightness < 8; brightness++) {
      assertTrue(display.messages().contains(List.of(0x88 | brightness)), "brightness");
    }
    assertEquals(List.of(0x80), display.messages().getLast(), "dark");
  }

  @Test
  void display_thatGoesAndComesBack_isSaidWhenItDoes() {
    display.plug(false);
    pause =
        time -> {
          display.plug(told.contains(COUNTING));
          return pass(time);
        };

    assertEquals(new DisplayTrial.Outcome(19, 17), run());
    assertEquals(List.of(SEGMENTS, SILENT, BRIGHTNESSES, COUNTING, "It is well again."), told);
  }

  @Test
  void trial_endsWhenItIsToEnd() {
    long end = kernel.nanos() + Duration.ofMillis(300).toNanos();
    pause = time -> pass(time) || kernel.nanos() >= end;

    assertEquals(new DisplayTrial.Outcome(2, 0), run());
    assertEquals(List.of(SEGMENTS), told);
    assertEquals(List.of(0x80), display.messages().getLast(), "dark");
  }
}
