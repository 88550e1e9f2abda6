package dev.signalbox.hardware.tm1637;

/**
 * What a display of four digits is to show.
 *
 * @param segments one byte for each digit, the leftmost in the lowest byte; bit 0 is segment A (the
 *     top), bits 1 to 6 are B to G clockwise from there and then the middle, bit 7 is the digit's
 *     point, or on a clock's display the colon after the second digit
 * @param on whether the digits are lit at all
 * @param brightness 0 (1/16 of the time) to 7 (14/16)
 */
public record Face(int segments, boolean on, int brightness) {
  /** How many digits there are. */
  public static final int DIGITS = 4;

  private static final int COLON = 0x80 << Byte.SIZE;

  /**
   * @throws IllegalArgumentException if {@code brightness} is out of range
   */
  public Face {
    if (brightness < 0 || brightness > 7) {
      throw new IllegalArgumentException("brightness " + brightness + " must be 0 to 7");
    }
  }

  /**
   * Digits as people read them.
   *
   * @param text 0 to 9, minus or space for each of the four digits
   * @throws IllegalArgumentException if {@code text} is anything else
   */
  public static Face of(String text, boolean on, int brightness) {
    if (text.length() != DIGITS) {
      throw new IllegalArgumentException(
          "text '" + text + "' must have " + DIGITS + " characters, one for each digit");
    }
    int segments = 0;
    for (int digit = 0; digit < DIGITS; digit++) {
      segments |= pattern(text.charAt(digit)) << (digit * Byte.SIZE);
    }
    return new Face(segments, on, brightness);
  }

  private static int pattern(char character) {
    return switch (character) {
      case ' ' -> 0;
      case '-' -> 0b100_0000;
      case '0' -> 0b011_1111;
      case '1' -> 0b000_0110;
      case '2' -> 0b101_1011;
      case '3' -> 0b100_1111;
      case '4' -> 0b110_0110;
      case '5' -> 0b110_1101;
      case '6' -> 0b111_1101;
      case '7' -> 0b000_0111;
      case '8' -> 0b111_1111;
      case '9' -> 0b110_1111;
      default ->
          throw new IllegalArgumentException(
              "character '" + character + "' must be 0 to 9, minus or space");
    };
  }

  /** The same with the colon of a clock's display lit. */
  public Face withColon() {
    return new Face(segments | COLON, on, brightness);
  }

  /** The segments of one digit. */
  int digit(int index) {
    return segments >>> (index * Byte.SIZE) & 0xFF;
  }
}
