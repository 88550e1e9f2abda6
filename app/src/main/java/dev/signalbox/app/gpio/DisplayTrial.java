package dev.signalbox.app.gpio;

import dev.signalbox.app.settings.DurationType;
import dev.signalbox.hardware.tm1637.Face;
import dev.signalbox.hardware.tm1637.Tm1637Trial;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Shows all that a display of four digits can show, for people to look at, and then counts; says
 * what goes wrong when it does, and when it is over. Owned by one platform thread.
 */
public final class DisplayTrial {
  private static final Duration LOOK = Duration.ofMillis(150);
  private static final Duration COUNT = Duration.ofMillis(100);
  private static final int SEGMENTS = 8;
  private static final int BRIGHTEST = 7;
  private static final int ON_EVERY_DIGIT = 0x0101_0101;
  private static final int ALL = -1;
  private static final int NUMBERS = 10_000;

  /**
   * How time passes.
   *
   * @param pause lets so much of it pass; true if the trial is to end
   * @param nanos the monotonic clock
   */
  public record Time(Predicate<Duration> pause, LongSupplier nanos) {}

  /**
   * What came out.
   *
   * @param written how often the display was written to
   * @param failed how often of these something was wrong
   */
  public record Outcome(int written, int failed) {}

  private final Tm1637Trial display;
  private final Time time;
  private final Consumer<String> say;
  private final Consumer<String> complain;
  private Optional<String> fault = Optional.empty();
  private int written;
  private int failed;

  /**
   * @param say is told what happens
   * @param complain is told what is wrong
   */
  public DisplayTrial(
      Tm1637Trial display, Time time, Consumer<String> say, Consumer<String> complain) {
    this.display = display;
    this.time = time;
    this.say = say;
    this.complain = complain;
  }

  /**
   * Goes through it all, or until it is to end. Blocks.
   *
   * @param counting how long it counts
   */
  public Outcome run(Duration counting) {
    boolean ended = segments() || brightnesses() || count(counting);
    assert ended || written > SEGMENTS + BRIGHTEST : "something was left out";
    return new Outcome(written, failed);
  }

  private boolean segments() {
    say.accept("Each segment, on all digits: A to G, then the points or the colon.");
    for (int segment = 0; segment < SEGMENTS; segment++) {
      if (show(new Face(ON_EVERY_DIGIT << segment, true, BRIGHTEST), LOOK)) {
        return true;
      }
    }
    return false;
  }

  private boolean brightnesses() {
    say.accept("All segments, from the least brightness to the full one.");
    for (int brightness = 0; brightness <= BRIGHTEST; brightness++) {
      if (show(new Face(ALL, true, brightness), LOOK)) {
        return true;
      }
    }
    return false;
  }

  private boolean count(Duration length) {
    say.accept("Counting for " + DurationType.shown(length) + ".");
    long began = time.nanos.getAsLong();
    for (int number = 0; time.nanos.getAsLong() - began < length.toNanos(); number++) {
      String digits = "%4d".formatted(number % NUMBERS);
      if (show(Face.of(digits, true, BRIGHTEST), COUNT)) {
        return true;
      }
    }
    return false;
  }

  private boolean show(Face face, Duration pause) {
    Optional<String> now = display.show(face);
    written++;
    failed += now.isPresent() ? 1 : 0;
    if (!now.equals(fault)) {
      fault = now;
      now.ifPresentOrElse(complain, () -> say.accept("It is well again."));
    }
    return time.pause.test(pause);
  }
}
