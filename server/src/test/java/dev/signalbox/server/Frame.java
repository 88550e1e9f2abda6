package dev.signalbox.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A WebSocket frame (RFC 6455, section 5.2). Immutable. */
final class Frame {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final byte[] MASK = {0x12, 0x34, 0x56, 0x78};

  private final boolean last;
  private final int opcode;
  private final byte[] payload;

  Frame(boolean last, int opcode, byte[] payload) {
    this.last = last;
    this.opcode = opcode;
    this.payload = payload.clone();
  }

  static Frame text(String text) {
    return of(TEXT, text);
  }

  static Frame of(int opcode, String payload) {
    return new Frame(true, opcode, payload.getBytes(StandardCharsets.UTF_8));
  }

  static Frame binary(byte[] payload) {
    return new Frame(true, BINARY, payload);
  }

  /** A piece of a message that goes on. */
  static Frame part(int opcode, String payload) {
    return new Frame(false, opcode, payload.getBytes(StandardCharsets.UTF_8));
  }

  static Frame close(int code) {
    return new Frame(true, CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
  }

  boolean isLast() {
    return last;
  }

  int opcode() {
    return opcode;
  }

  byte[] bytes() {
    return payload.clone();
  }

  String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }

  /** The code of a close frame; 1005 for one without, as RFC 6455 has it. */
  int closeCode() {
    return payload.length < 2 ? 1005 : ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
  }

  /** The reason of a close frame. */
  String closeReason() {
    return payload.length < 2
        ? ""
        : new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
  }

  /** As a client sends it. */
  byte[] masked() {
    byte[] mixed = new byte[payload.length];
    for (int i = 0; i < payload.length; i++) {
      mixed[i] = (byte) (payload[i] ^ MASK[i % 4]);
    }
    ByteArrayOutputStream bytes = head(0x80);
    bytes.writeBytes(MASK);
    bytes.writeBytes(mixed);
    return bytes.toByteArray();
  }

  /** As only a server may send it. */
  byte[] unmasked() {
    ByteArrayOutputStream bytes = head(0);
    bytes.writeBytes(payload);
    return bytes.toByteArray();
  }

  private ByteArrayOutputStream head(int maskBit) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(last ? 0x80 | opcode : opcode);
    if (payload.length < 126) {
      bytes.write(maskBit | payload.length);
    } else if (payload.length < 1 << 16) {
      bytes.write(maskBit | 126);
      bytes.write(payload.length >> 8);
      bytes.write(payload.length);
    } else {
      bytes.write(maskBit | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        bytes.write((int) ((long) payload.length >> shift));
      }
    }
    return bytes;
  }

  @Override
  public String toString() {
    return "frame " + opcode + (last ? "" : " (goes on)") + " " + Arrays.toString(payload);
  }
}
