package dev.signalbox.hardware.tm1637;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.hardware.gpio.Drive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A display whose refreshes a test makes happen, and the bench that it stands on. */
final class DisplayRig {
  /** The data command, the address of the first digit, and lit at full brightness. */
  static final List<List<Integer>> WHOLE_1234 =
      List.of(List.of(0x40), List.of(0xC0, 0x06, 0x5B, 0x4F, 0x66), List.of(0x8F));

  final Bench bench = new Bench();
  final List<Optional<String>> found = new ArrayList<>();
  @Nullable Face face;

  private final Refresher refresher;
  private long due = bench.nanos();

  DisplayRig() {
    this(settings(Tm1637Settings.Acknowledge.REQUIRE, AtTheEnd.OFF));
  }

  DisplayRig(Tm1637Settings settings) {
    refresher =
        new Refresher("CLK 22, DIO 21", () -> bench.request(settings), bench, settings, found::add);
  }

  static Tm1637Settings settings(Tm1637Settings.Acknowledge acknowledge, AtTheEnd atTheEnd) {
    return new Tm1637Settings(
        "test", Tm1637Settings.DEFAULT_BIT_TIME, Drive.PUSH_PULL, acknowledge, atTheEnd);
  }

  static Tm1637Settings settings(Duration bitTime, Drive drive) {
    return new Tm1637Settings(
        "test", bitTime, drive, Tm1637Settings.Acknowledge.REQUIRE, AtTheEnd.OFF);
  }

  /** Lets time pass to the next turn, and takes it. */
  void turn() {
    bench.pass(Math.max(0, due - bench.nanos()));
    due = refresher.turn(face, bench.nanos());
  }

  /** How long it is to the next turn. */
  long pause() {
    return due - bench.nanos();
  }

  /** Takes the turns of so much time. */
  void pass(Duration time) {
    long end = bench.nanos() + time.toNanos();
    while (due - end <= 0) {
      turn();
    }
    bench.pass(Math.max(0, end - bench.nanos()));
  }

  /** Has the display show 1234, written whole by a turn just taken. */
  void begin() {
    show("1234");
    turn();
    assertEquals(WHOLE_1234, bench.messages());
  }

  void end() {
    refresher.end();
  }

  /** What was wrong at the last turn. */
  Optional<String> fault() {
    return found.getLast();
  }

  void show(String text) {
    face = Face.of(text, true, 7);
  }

  /** The chip has this face, and no rule was broken on the way there. */
  void assertShown(Face expected) {
    assertEquals(List.of(), bench.violations());
    for (int digit = 0; digit < Face.DIGITS; digit++) {
      int segments = expected.segments() >>> (8 * digit) & 0xFF;
      assertEquals(segments, bench.chip.segments[digit], "digit " + digit);
    }
    assertEquals(0, bench.chip.segments[4] | bench.chip.segments[5], "digits that are not there");
    assertEquals(expected.on(), bench.chip.on);
    assertEquals(expected.brightness(), bench.chip.brightness);
  }
}
