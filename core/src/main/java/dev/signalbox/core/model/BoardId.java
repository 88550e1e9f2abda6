package dev.signalbox.core.model;

/**
 * Names one board of a hub.
 *
 * @param value 1 to 63 lower-case letters, digits and '-', beginning with a letter or digit
 */
public record BoardId(String value) {
  /**
   * @throws IllegalArgumentException if {@code value} breaks the rule for ids
   */
  public BoardId {
    IdRule.require("board", value);
  }

  /** Whether {@code text} can be an id of a board or a part. */
  public static boolean isValid(String text) {
    return IdRule.holds(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
