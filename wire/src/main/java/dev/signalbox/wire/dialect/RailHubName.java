package dev.signalbox.wire.dialect;

/** Names as RailHub has them: at most 20 characters, each of them one that can be shown. */
final class RailHubName {
  private static final int LONGEST = 20;

  private RailHubName() {}

  /** The first 20 characters (Unicode code points). */
  static String cut(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST));
  }

  /**
   * A name that came from outside, without control characters and halves of characters, trimmed and
   * cut; it may be empty.
   */
  static String cleaned(String name) {
    StringBuilder fit = new StringBuilder();
    name.codePoints().filter(RailHubName::isFit).forEach(fit::appendCodePoint);
    return cut(fit.toString().strip()).stripTrailing();
  }

  private static boolean isFit(int codePoint) {
    return !Character.isISOControl(codePoint)
        && Character.getType(codePoint) != Character.SURROGATE;
  }
}
