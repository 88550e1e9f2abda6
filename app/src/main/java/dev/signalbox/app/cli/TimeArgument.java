package dev.signalbox.app.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A length of time as configurations have it too: {@code 500ms}, {@code 1.5s}, {@code 1m}; and what
 * is shorter, {@code 100us}.
 */
final class TimeArgument implements ITypeConverter<Duration> {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?)(us|ms|s|m|h)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "us",
          1_000L,
          "ms",
          1_000_000L,
          "s",
          1_000_000_000L,
          "m",
          60_000_000_000L,
          "h",
          3_600_000_000_000L);
  private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

  TimeArgument() {}

  @Override
  public Duration convert(String text) {
    Matcher form = FORM.matcher(text);
    Long unit = form.matches() ? NANOS.get(form.group(2)) : null;
    if (unit == null) {
      throw new TypeConversionException("'" + text + "' is no time, written like 500ms or 1.5s");
    }
    BigInteger nanos =
        new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(unit)).toBigInteger();
    BigInteger[] parts = nanos.divideAndRemainder(NANOS_PER_SECOND);
    return Duration.ofSeconds(parts[0].longValue(), parts[1].longValue());
  }
}
