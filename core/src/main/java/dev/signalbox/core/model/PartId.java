package dev.signalbox.core.model;

/**
 * Names one part within its board.
 *
 * @param value 1 to 63 lower-case letters, digits and '-', beginning with a letter or digit
 */
public record PartId(String value) {
  /**
   * @throws IllegalArgumentException if {@code value} breaks the rule for ids
   */
  public PartId {
    IdRule.require("part", value);
  }

  /** Whether {@code text} can be an id of a part. */
  public static boolean isValid(String text) {
    return IdRule.holds(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
