package dev.signalbox.boards;

/**
 * How a number shows on a display of four digits: right-aligned, without leading zeros. What does
 * not fit loses its front: 10,000 and more show their last four digits, numbers below -999 the
 * minus and their last three.
 */
final class FourDigits {
  private FourDigits() {}

  /** What the digits show for {@code value}: always four characters. */
  static String of(int value) {
    if (value > 9_999) {
      return Integer.toString(10_000 + value % 10_000).substring(1);
    }
    if (value < -999) {
      return "-" + Integer.toString(1_000 - value % 1_000).substring(1);
    }
    String digits = Integer.toString(value);
    return " ".repeat(4 - digits.length()) + digits;
  }
}
