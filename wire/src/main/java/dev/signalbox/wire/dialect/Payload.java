package dev.signalbox.wire.dialect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are never changed. */
public final class Payload {
  /** None. */
  public static final Payload EMPTY = new Payload(new byte[0]);

  private final byte[] bytes;

  private Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Of {@code bytes}, which the caller must not change any more. */
  public static Payload of(byte[] bytes) {
    return new Payload(bytes);
  }

  /** Of {@code text} in UTF-8. */
  public static Payload of(String text) {
    return new Payload(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes themselves, which must not be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** The bytes as UTF-8, with a replacement character for what is none. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return text();
  }
}
