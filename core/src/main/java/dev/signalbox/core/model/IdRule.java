package dev.signalbox.core.model;

import java.util.regex.Pattern;

/** The one rule for ids: a-z, 0-9 and '-', 1 to 63 characters, beginning with a letter or digit. */
final class IdRule {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private IdRule() {}

  static boolean holds(String text) {
    return ID.matcher(text).matches();
  }

  static void require(String what, String text) {
    if (!holds(text)) {
      throw new IllegalArgumentException(
          what
              + " id '"
              + text
              + "' must be 1 to 63 of a-z, 0-9 and '-', beginning with a letter or digit");
    }
  }
}
