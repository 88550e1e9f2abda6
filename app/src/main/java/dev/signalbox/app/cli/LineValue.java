package dev.signalbox.app.cli;

import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What a line is to be: {@code GPIO17=1}.
 *
 * @param line its number or name
 */
record LineValue(String line, boolean active) {
  private static final Set<String> ACTIVE = Set.of("1", "on", "active");
  private static final Set<String> INACTIVE = Set.of("0", "off", "inactive");

  @Override
  public String toString() {
    return line + "=" + (active ? 1 : 0);
  }

  static final class Argument implements ITypeConverter<LineValue> {
    Argument() {}

    /** A name may have the sign in it; the last one counts. */
    @Override
    public LineValue convert(String text) {
      int sign = text.lastIndexOf('=');
      String value = text.substring(sign + 1);
      if (sign < 1 || !(ACTIVE.contains(value) || INACTIVE.contains(value))) {
        throw new TypeConversionException(
            "'%s' must be LINE=VALUE, and the value 1, on, active, 0, off or inactive"
                .formatted(text));
      }
      return new LineValue(text.substring(0, sign), ACTIVE.contains(value));
    }
  }
}
