package dev.signalbox.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Deflated WebSocket messages (RFC 7692), each by itself. */
final class Deflated {
  static final String HEADER = "Sec-WebSocket-Extensions";

  /** What Chrome, Edge, Firefox and Safari send. */
  static final String OF_A_BROWSER = "permessage-deflate; client_max_window_bits";

  /** The first reserved bit with the opcode. */
  static final int TEXT = 0x40 | Frame.TEXT;

  static final int BINARY = 0x40 | Frame.BINARY;

  private static final byte[] UNSENT = {0, 0, (byte) 0xff, (byte) 0xff};

  private Deflated() {}

  static Frame text(String text) {
    return new Frame(true, TEXT, payload(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The payload of a message. */
  static byte[] payload(byte[] message) {
    byte[] blocks = blocks(message, Deflater.SYNC_FLUSH);
    byte[] end = Arrays.copyOfRange(blocks, blocks.length - UNSENT.length, blocks.length);
    if (!Arrays.equals(UNSENT, end)) {
      throw new AssertionError("no flush: " + Arrays.toString(blocks));
    }
    return Arrays.copyOf(blocks, blocks.length - UNSENT.length);
  }

  /** The message in blocks of which the last says so. */
  static byte[] finished(byte[] message) {
    return blocks(message, Deflater.NO_FLUSH);
  }

  private static byte[] blocks(byte[] message, int flush) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(message);
      if (flush == Deflater.NO_FLUSH) {
        deflater.finish();
      }
      byte[] blocks = new byte[message.length + 100];
      return Arrays.copyOf(blocks, deflater.deflate(blocks, 0, blocks.length, flush));
    }
  }

  /** That frame as it would have come if nobody had deflated it. */
  static Frame inflated(Frame frame) {
    return new Frame(frame.isLast(), frame.opcode() & ~0x40, message(frame.bytes()));
  }

  private static byte[] message(byte[] payload) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    byte[] whole = Arrays.copyOf(payload, payload.length + UNSENT.length);
    System.arraycopy(UNSENT, 0, whole, payload.length, UNSENT.length);
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(whole);
      byte[] piece = new byte[1024];
      while (!inflater.needsInput()) {
        message.write(piece, 0, inflater.inflate(piece));
      }
    } catch (DataFormatException fault) {
      throw new AssertionError("the hub did not deflate from nothing", fault);
    }
    return message.toByteArray();
  }
}
