package dev.signalbox.hardware.gpio;

/**
 * A line as it is.
 *
 * @param offset its number on the chip
 * @param name {@code GPIO17}; may be empty, and need not be the only one of that name
 * @param consumer who uses it; may be empty even so
 * @param used whether it is in use, so that it can't be requested
 * @param config what it is used as; {@code active} of an output is not known and false
 */
public record LineInfo(int offset, String name, String consumer, boolean used, LineConfig config) {
  /** The line for people: {@code line 17 (GPIO17)}. */
  public String shown() {
    return name.isEmpty() ? "line " + offset : "line " + offset + " (" + name + ")";
  }
}
