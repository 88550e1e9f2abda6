package dev.signalbox.hardware.gpio;

import java.util.Optional;

/**
 * A line as people name it.
 *
 * @param chip its chip, by name ({@code gpiochip0}), number ({@code 0}), path or label; none for
 *     the chip of the pin header, where {@code line} is a number, and for any chip, where it is a
 *     name
 * @param line the line's number on the chip ({@code 17}), or its name ({@code GPIO17})
 */
public record LineAddress(Optional<String> chip, String line) {
  private static final int LONGEST_NUMBER = 9;

  /** Checks that both are there. */
  public LineAddress {
    if (line.isBlank() || chip.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("a line needs a number or a name, and a chip a name");
    }
  }

  /** A line by itself. */
  public static LineAddress of(String line) {
    return new LineAddress(Optional.empty(), line);
  }

  /** A line of a chip. */
  public static LineAddress of(String chip, String line) {
    return new LineAddress(Optional.of(chip), line);
  }

  /** The number, if it is one. */
  Optional<Integer> number() {
    return isNumber(line) ? Optional.of(Integer.parseInt(line)) : Optional.empty();
  }

  /**
   * The same line, written in one way: its chip by path, if it is given by number or name, and its
   * number without zeros before it. So addresses that are seen to mean one line are equal; which
   * chip has a label, and which line a name, is known to the kernel alone.
   */
  public LineAddress normal() {
    return new LineAddress(
        chip.map(given -> ChipPaths.named(given).orElse(given)),
        number().map(String::valueOf).orElse(line));
  }

  static boolean isNumber(String text) {
    return text.length() <= LONGEST_NUMBER
        && !text.isEmpty()
        && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  /** The line for people and for the names of threads: {@code gpiochip0:17}. */
  @Override
  public String toString() {
    return chip.map(name -> name + ":" + line).orElse(line);
  }
}
