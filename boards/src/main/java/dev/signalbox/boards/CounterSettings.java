package dev.signalbox.boards;

import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.Display;
import java.time.Duration;
import java.util.Optional;

/**
 * What a counter board is to do.
 *
 * @param name what people call the counter, up to 40 characters
 * @param step what is added each time; 0 for a counter that only commands set
 * @param interval from one addition to the next, 10 ms to a day
 * @param value where it begins
 * @param display its display of four digits, if it has one
 */
public record CounterSettings(
    String name, int step, Duration interval, int value, Optional<Face> display) {
  /** Counts seconds by halves, like the firmware, and shows it. */
  public static final CounterSettings DEFAULT =
      new CounterSettings("Counter", 1, Duration.ofMillis(500), 0, Optional.of(Face.DEFAULT));

  /**
   * @throws IllegalArgumentException that names the value that is out of range
   */
  public CounterSettings {
    Check.property(Counter.SCHEMA, "name", name);
    Check.duration("counter interval", interval, Duration.ofMillis(10), Duration.ofDays(1));
  }

  /**
   * What the display is at first.
   *
   * @param name what people call it, up to 40 characters
   * @param brightness 0 (dimmest) to 7
   */
  public record Face(String name, boolean on, int brightness) {
    /** Lit, as bright as it can be. */
    public static final Face DEFAULT = new Face("Display", true, 7);

    /**
     * @throws IllegalArgumentException that names the value that is out of range
     */
    public Face {
      Check.property(Display.SCHEMA, "name", name);
      Check.property(Display.SCHEMA, "brightness", brightness);
    }
  }
}
