package dev.signalbox.app.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time as configurations have it too: {@code 500ms}, {@code 1.5s}, {@code 1m}. */
final class TimeArgument implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?)(ms|s|m|h)");
  private static final Map<String, Integer> UNITS =
      Map.of("ms", 1, "s", 1_000, "m", 60_000, "h", 3_600_000);

  TimeArgument() {}

  @Override
  public Duration convert(String text) {
    Matcher form = FORM.matcher(text);
    Integer unit = form.matches() ? UNITS.get(form.group(2)) : null;
    if (unit == null) {
      throw new TypeConversionException("'" + text + "' is no time, written like 500ms or 1.5s");
    }
    return Duration.ofMillis(
        new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(unit)).longValue());
  }
}
