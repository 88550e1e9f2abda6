package dev.signalbox.wire;

/** The bytes of CBOR that have names (RFC 8949, section 3). */
final class Cbor {
  // Major types: the upper 3 bits of a head.
  static final int UNSIGNED = 0;
  static final int NEGATIVE = 1;
  static final int BYTES = 2;
  static final int TEXT = 3;
  static final int ARRAY = 4;
  static final int MAP = 5;
  static final int TAG = 6;

  // The lower 5 bits: a small argument itself, or where it is.
  static final int ONE_BYTE = 24;
  static final int EIGHT_BYTES = 27;
  static final int INDEFINITE = 31;

  // Whole heads.
  static final int FALSE = 0xf4;
  static final int TRUE = 0xf5;
  static final int NULL = 0xf6;
  static final int HALF = 0xf9;
  static final int SINGLE = 0xfa;
  static final int DOUBLE = 0xfb;
  static final int BREAK = 0xff;

  private Cbor() {}
}
