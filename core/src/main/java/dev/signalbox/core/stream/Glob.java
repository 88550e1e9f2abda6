package dev.signalbox.core.stream;

/**
 * A pattern over ids in which {@code *} stands for any characters and {@code ?} for one.
 *
 * @param pattern 1 to 64 characters of an id, {@code *} and {@code ?}
 */
public record Glob(String pattern) {
  private static final int LONGEST = 64;

  /**
   * @throws IllegalArgumentException if {@code pattern} has other characters or is too long
   */
  public Glob {
    if (pattern.length() > LONGEST || !pattern.matches("[a-z0-9*?-]+")) {
      throw new IllegalArgumentException(
          "'" + pattern + "' must be 1 to 64 of a-z, 0-9, '-', '*' and '?'");
    }
  }

  /** Whether it stands for itself only. */
  public boolean isExact() {
    return pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0;
  }

  /**
   * Whether {@code text} fits.
   *
   * <p>Goes through both at once and, where they part, back to the last {@code *}, which then takes
   * one character more: at most pattern times text steps, whatever the pattern.
   */
  public boolean matches(String text) {
    int at = 0;
    int star = -1;
    int taken = 0;
    for (int i = 0; i < text.length(); ) {
      if (at < pattern.length() && fits(pattern.charAt(at), text.charAt(i))) {
        at++;
        i++;
      } else if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        taken = i;
      } else if (star >= 0) {
        at = star + 1;
        i = ++taken;
      } else {
        return false;
      }
    }
    return pattern.substring(at).chars().allMatch(c -> c == '*');
  }

  private static boolean fits(char wanted, char found) {
    return wanted == '?' || (wanted == found && wanted != '*');
  }
}
