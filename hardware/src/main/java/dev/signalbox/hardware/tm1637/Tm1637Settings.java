package dev.signalbox.hardware.tm1637;

import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.hardware.gpio.Drive;
import java.time.Duration;

/**
 * How to talk to a TM1637.
 *
 * @param consumer who uses the lines, for others to see; 1 to 31 bytes of UTF-8
 * @param bitTime how long one bit takes, 2 µs (500 kHz, the most that the chip can do) to 10 ms, so
 *     that all of it is written within a second. The filter capacitors of many modules need slow
 *     edges; with open-drain lines, which only a resistor pulls up, even slower ones: 500 µs for 10
 *     nF and 10 kΩ
 * @param drive push-pull, where DIO is let go of, with a pull-up, only for the acknowledge bit; or
 *     open-drain, with pull-ups
 * @param acknowledge what to make of the acknowledge bit
 * @param atTheEnd whether the digits go dark or keep what they show when the display is closed
 */
public record Tm1637Settings(
    String consumer, Duration bitTime, Drive drive, Acknowledge acknowledge, AtTheEnd atTheEnd) {
  /** What suits the modules that are sold. */
  public static final Duration DEFAULT_BIT_TIME = Duration.ofNanos(100_000);

  /** The shortest bit time. */
  public static final Duration SHORTEST = Duration.ofNanos(2_000);

  /** The longest bit time: with it the digits go dark within a second when the hub stops. */
  public static final Duration LONGEST = Duration.ofMillis(10);

  /** What to make of the acknowledge bit, by which the chip says that it has a byte. */
  public enum Acknowledge {
    /** Without it the display is offline. */
    REQUIRE,
    /** It is not looked at, for modules that give none. */
    IGNORE
  }

  /**
   * @throws IllegalArgumentException if the bit time is out of range, or the lines are to be driven
   *     in a way that the chip does not know
   */
  public Tm1637Settings {
    if (bitTime.compareTo(SHORTEST) < 0 || bitTime.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "bit time of " + bitTime.toNanos() / 1_000.0 + " µs must be 2 to 10000 µs");
    }
    if (drive == Drive.OPEN_SOURCE) {
      throw new IllegalArgumentException("a TM1637's lines must be push-pull or open-drain");
    }
  }

  /** 100 µs for a bit, push-pull, with acknowledge, dark at the end. */
  public static Tm1637Settings plain(String consumer) {
    return new Tm1637Settings(
        consumer, DEFAULT_BIT_TIME, Drive.PUSH_PULL, Acknowledge.REQUIRE, AtTheEnd.OFF);
  }
}
