package dev.signalbox.boards;

import dev.signalbox.core.model.Checked;
import dev.signalbox.core.model.Schema;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The rules that settings keep; each says which value broke it. */
final class Check {
  private static final Duration LONGEST_SHOWN = Duration.ofDays(1_000);

  private Check() {}

  /**
   * Requires what the schema requires of a part's property.
   *
   * @throws IllegalArgumentException if {@code value} breaks the property's rule
   */
  static void property(Schema<?> schema, String property, Object value) {
    if (schema.property(property).orElseThrow().type().check(value)
        instanceof Checked.Broken<?>(String rule)) {
      throw new IllegalArgumentException(
          schema.kind() + " " + property + " '" + value + "' " + rule);
    }
  }

  /**
   * Requires a number in a range.
   *
   * @throws IllegalArgumentException if {@code value} is outside
   */
  static void range(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(what + " " + value + " must be " + least + " to " + most);
    }
  }

  /**
   * Requires whole milliseconds in a range.
   *
   * @throws IllegalArgumentException if {@code value} is outside, or finer than a millisecond
   */
  static void duration(String what, Duration value, Duration least, Duration most) {
    boolean inRange = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    if (!inRange || !isWhole(value)) {
      throw new IllegalArgumentException(
          "%s %s must be %d to %d whole milliseconds"
              .formatted(what, shown(value), least.toMillis(), most.toMillis()));
    }
  }

  private static boolean isWhole(Duration value) {
    return value.equals(value.truncatedTo(ChronoUnit.MILLIS));
  }

  private static String shown(Duration value) {
    boolean plain = isWhole(value) && value.abs().compareTo(LONGEST_SHOWN) <= 0;
    return plain ? value.toMillis() + " ms" : value.toString();
  }

  /**
   * Requires that nothing is there twice.
   *
   * @throws IllegalArgumentException that names the first that is
   */
  static void distinct(String what, Collection<?> values) {
    Set<Object> seen = new HashSet<>();
    for (Object value : values) {
      if (!seen.add(value)) {
        throw new IllegalArgumentException(what + " '" + value + "' must be there only once");
      }
    }
  }
}
