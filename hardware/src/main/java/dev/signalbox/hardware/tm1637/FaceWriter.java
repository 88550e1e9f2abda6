package dev.signalbox.hardware.tm1637;

import org.jspecify.annotations.Nullable;

/**
 * Brings faces to the chip, by its three commands: how data is written, at which address, and how
 * the display is lit. Owned by the display's thread.
 */
final class FaceWriter {
  // Data sheet, "Data command", "Address command", "Display control".
  private static final int WRITE_ONWARDS = 0x40;
  private static final int ADDRESS = 0xC0;
  private static final int CONTROL = 0x80;
  private static final int CONTROL_ON = 0x08;

  private final Bus bus;

  /** What the chip has; null where that is unknown. */
  private @Nullable Face written;

  FaceWriter(Bus bus) {
    this.bus = bus;
  }

  /** The chip may have lost what it had: the next face is written whole. */
  void forget() {
    written = null;
  }

  /**
   * Writes what differs from the face before: the digits from the first to the last that differ,
   * and how they are lit.
   *
   * @return false if the chip did not acknowledge a byte; what it has is unknown then
   */
  boolean write(Face face) {
    Face before = written;
    written = null;
    if (before == null
        ? !(writeDigits(face, 0, Face.DIGITS) && light(face))
        : !writeDifferences(before, face)) {
      return false;
    }
    written = face;
    return true;
  }

  private boolean writeDifferences(Face before, Face face) {
    int differences = before.segments() ^ face.segments();
    if (differences != 0) {
      int first = Integer.numberOfTrailingZeros(differences) / Byte.SIZE;
      int end = Face.DIGITS - Integer.numberOfLeadingZeros(differences) / Byte.SIZE;
      if (!writeDigits(face, first, end)) {
        return false;
      }
    }
    boolean lit = before.on() == face.on() && before.brightness() == face.brightness();
    return lit || light(face);
  }

  private boolean writeDigits(Face face, int first, int end) {
    if (!command(WRITE_ONWARDS)) {
      return false;
    }
    bus.start();
    boolean acknowledged = bus.send(ADDRESS | first);
    for (int digit = first; acknowledged && digit < end; digit++) {
      acknowledged = bus.send(face.digit(digit));
    }
    bus.stop();
    return acknowledged;
  }

  private boolean light(Face face) {
    return command(CONTROL | (face.on() ? CONTROL_ON : 0) | face.brightness());
  }

  /** Has the digits go dark; the chip keeps what they show. */
  void darken() {
    command(CONTROL);
  }

  private boolean command(int octet) {
    bus.start();
    boolean acknowledged = bus.send(octet);
    bus.stop();
    return acknowledged;
  }
}
