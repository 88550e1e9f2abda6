package dev.signalbox.core.model;

import org.jspecify.annotations.Nullable;

/**
 * One property of a command that can't be carried out.
 *
 * @param property its name as the client gave it
 * @param value what was given, shortened for showing
 * @param rule what it breaks, as a phrase: {@code must be true or false}
 */
public record Violation(String property, String value, String rule) {
  private static final int SHOWN = 60;

  /** A violation that shows at most 60 characters of {@code value}. */
  public static Violation of(String property, @Nullable Object value, String rule) {
    return new Violation(shorten(property), shorten(String.valueOf(value)), rule);
  }

  private static String shorten(String text) {
    if (text.length() <= SHOWN) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return text.substring(0, end) + "…";
  }

  @Override
  public String toString() {
    return "'" + property + "' is " + value + ": it " + rule;
  }
}
