package dev.signalbox.app.settings;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time from {@code least} to {@code most}: {@code 500ms}, {@code 1.5s}, {@code 2m},
 * {@code 24h}. It is whole milliseconds, or whole microseconds where {@code least} is not whole
 * milliseconds: {@code 100us}. A number without a unit is milliseconds.
 *
 * @param zeroToo whether 0 is allowed although it is below {@code least}
 */
public record DurationType(Duration least, Duration most, boolean zeroToo)
    implements SettingType<Duration> {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,6})?) ?([a-zA-Zµ]{0,12})");
  private static final long MICROS_PER_MS = 1_000;

  /** In microseconds. */
  private static final Map<String, Long> UNITS =
      Map.of(
          "us", 1L,
          "µs", 1L,
          "", MICROS_PER_MS,
          "ms", MICROS_PER_MS,
          "s", 1_000_000L,
          "m", 60_000_000L,
          "h", 3_600_000_000L);

  private static final Pattern SECONDS = Pattern.compile("(?i)s|secs?|seconds?");
  private static final Pattern MINUTES = Pattern.compile("(?i)m|mins?|minutes?");
  private static final Pattern HOURS = Pattern.compile("(?i)h|hrs?|hours?");
  private static final Pattern MILLISECONDS = Pattern.compile("(?i)ms|msecs?|millis|milliseconds?");

  /** A length of time in that range. */
  public static DurationType between(Duration least, Duration most) {
    return new DurationType(least, most, false);
  }

  @Override
  public Optional<Duration> read(Spot spot, Problems problems) {
    if (!(spot.node() instanceof Node.Scalar scalar)) {
      spot.refuse(this, problems);
      return Optional.empty();
    }
    Matcher form = FORM.matcher(scalar.text());
    Long unit = form.matches() ? UNITS.get(form.group(2)) : null;
    if (unit != null) {
      Optional<Duration> value = inRange(new BigDecimal(form.group(1)), unit);
      if (value.isPresent()) {
        return value;
      }
    }
    spot.refuse(this, unit == null && form.matches() ? hint(form) : "", problems);
    return Optional.empty();
  }

  /** Whether it is in microseconds. */
  boolean isFine() {
    return !least.equals(Duration.ofMillis(least.toMillis()));
  }

  private Optional<Duration> inRange(BigDecimal number, long unit) {
    BigDecimal micros = number.multiply(BigDecimal.valueOf(unit)).stripTrailingZeros();
    BigDecimal ms = micros.divide(BigDecimal.valueOf(MICROS_PER_MS)).stripTrailingZeros();
    if (isFine() ? micros.scale() > 0 : unit < MICROS_PER_MS || ms.scale() > 0) {
      return Optional.empty();
    }
    long mostMicros = most.dividedBy(ChronoUnit.MICROS.getDuration());
    if (micros.compareTo(BigDecimal.valueOf(mostMicros)) > 0) {
      // It may be more than a long can hold.
      return Optional.empty();
    }
    return Optional.of(Duration.of(micros.longValue(), ChronoUnit.MICROS))
        .filter(value -> value.compareTo(least) >= 0 || (zeroToo && value.isZero()));
  }

  private static String hint(Matcher form) {
    String unit = form.group(2);
    String meant =
        SECONDS.matcher(unit).matches()
            ? "s"
            : MINUTES.matcher(unit).matches()
                ? "m"
                : HOURS.matcher(unit).matches()
                    ? "h"
                    : MILLISECONDS.matcher(unit).matches() ? "ms" : "";
    return meant.isEmpty() ? "" : ", did you mean " + form.group(1) + meant + "?";
  }

  @Override
  public String allowed() {
    return "a duration from "
        + shown(least)
        + " to "
        + shown(most)
        + (zeroToo ? ", or 0" : "")
        + ", written like "
        + (isFine() ? "100us or 5ms" : "500ms, 1.5s or 2m");
  }

  /** As people write it. */
  public static String shown(Duration duration) {
    long ms = duration.toMillis();
    if (!duration.equals(Duration.ofMillis(ms))) {
      return duration.toNanos() / MICROS_PER_MS + "us";
    }
    if (ms > 0 && ms % 3_600_000 == 0) {
      return ms / 3_600_000 + "h";
    }
    if (ms > 0 && ms % 60_000 == 0) {
      return ms / 60_000 + "m";
    }
    return ms > 0 && ms % 1_000 == 0 ? ms / 1_000 + "s" : ms + "ms";
  }
}
