package dev.signalbox.app.yaml;

/**
 * How something from a file is shown in a message: short, on one line, without control characters.
 */
public final class Shown {
  private static final int MOST = 40;
  private static final int MOST_WORDS = 160;

  private Shown() {}

  /** Text between quotes. */
  public static String quoted(String text) {
    return "'" + plain(text) + "'";
  }

  /** The first line of a message that may hold anything. */
  static String words(String message) {
    return shortened(message.lines().findFirst().orElse(""), MOST_WORDS);
  }

  /** A value: text in quotes, numbers and truth values without. */
  public static String value(Node node) {
    return switch (node) {
      case Node.Scalar scalar when scalar.isNothing() -> "nothing";
      case Node.Scalar scalar when scalar.isNotText() -> plain(scalar.text());
      case Node.Scalar scalar -> quoted(scalar.text());
      case Node.Sequence _ -> "a list";
      case Node.Mapping _ -> "a mapping";
      case Node.Refused _ -> "what is there";
    };
  }

  private static String plain(String text) {
    return shortened(text, MOST);
  }

  private static String shortened(String text, int most) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(most).forEach(c -> append(c, shown));
    if (text.codePointCount(0, text.length()) > most) {
      shown.append('…');
    }
    return shown.toString();
  }

  private static void append(int c, StringBuilder shown) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          shown.append("\\u{%x}".formatted(c));
      default -> shown.appendCodePoint(c);
    }
  }
}
