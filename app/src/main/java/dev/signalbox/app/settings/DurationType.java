package dev.signalbox.app.settings;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time in whole milliseconds, from {@code least} to {@code most}: {@code 500ms}, {@code
 * 1.5s}, {@code 2m}, {@code 24h}. A number without a unit is milliseconds.
 *
 * @param zeroToo whether 0 is allowed although it is below {@code least}
 */
public record DurationType(Duration least, Duration most, boolean zeroToo)
    implements SettingType<Duration> {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,6})?) ?([a-zA-Z]{0,12})");
  private static final Map<String, Integer> UNITS =
      Map.of("", 1, "ms", 1, "s", 1_000, "m", 60_000, "h", 3_600_000);
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
    Integer unit = form.matches() ? UNITS.get(form.group(2)) : null;
    if (unit != null) {
      Optional<Duration> value = inRange(new BigDecimal(form.group(1)), unit);
      if (value.isPresent()) {
        return value;
      }
    }
    spot.refuse(this, unit == null && form.matches() ? hint(form) : "", problems);
    return Optional.empty();
  }

  private Optional<Duration> inRange(BigDecimal number, int unit) {
    BigDecimal ms = number.multiply(BigDecimal.valueOf(unit));
    if (ms.stripTrailingZeros().scale() > 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofMillis(ms.longValue()))
        .filter(value ->
            (value.compareTo(least) >= 0 && value.compareTo(most) <= 0)
                || (zeroToo && value.isZero()));
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
        + ", written like 500ms, 1.5s or 2m";
  }

  /** As people write it. */
  static String shown(Duration duration) {
    long ms = duration.toMillis();
    if (ms > 0 && ms % 3_600_000 == 0) {
      return ms / 3_600_000 + "h";
    }
    if (ms > 0 && ms % 60_000 == 0) {
      return ms / 60_000 + "m";
    }
    return ms > 0 && ms % 1_000 == 0 ? ms / 1_000 + "s" : ms + "ms";
  }
}
