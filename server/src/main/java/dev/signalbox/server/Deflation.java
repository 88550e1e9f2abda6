package dev.signalbox.server;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.util.concurrent.FastThreadLocal;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The payloads of deflated messages (RFC 7692, section 7.2), each deflated and inflated by itself.
 *
 * <p>There is one for each event loop's thread: a message is worked on from its first byte to its
 * last without a pause, so that no client needs a window of its own. Its native memory goes with
 * the thread.
 */
final class Deflation {
  /** What is deflated into blocks ends with these bytes, which are not sent. */
  private static final int UNSENT = 4;

  /**
   * The bytes that were not sent, and the shortest last block, at whose end the inflater says that
   * it has finished: nothing else tells a message that ended between two blocks from one that was
   * cut off within one.
   */
  private static final byte[] ENDING = {0, 0, (byte) 0xff, (byte) 0xff, 3, 0};

  private static final FastThreadLocal<Deflation> OF_THREAD =
      new FastThreadLocal<>() {
        @Override
        protected Deflation initialValue() {
          return new Deflation();
        }

        @Override
        protected void onRemoval(Deflation deflation) {
          deflation.end();
        }
      };

  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final Inflater inflater = new Inflater(true);
  private final byte[] piece = new byte[8 * 1024];

  private Deflation() {}

  /** That of the thread that asks. */
  static Deflation ofThread() {
    return OF_THREAD.get();
  }

  /** The payload that says {@code message}; the message itself if that is no longer. */
  byte[] deflate(byte[] message) {
    byte[] deflated = new byte[message.length];
    deflater.setInput(message);
    int length = deflater.deflate(deflated, 0, deflated.length, Deflater.SYNC_FLUSH);
    deflater.reset();
    // If it fills the place there may be more of it.
    return length < deflated.length ? Arrays.copyOf(deflated, length - UNSENT) : message;
  }

  /**
   * The message that a payload says.
   *
   * @throws CorruptedWebSocketFrameException if it is none, or of more than {@link Limits#MESSAGE}
   *     bytes
   */
  byte[] inflate(byte[] payload) {
    byte[] whole = Arrays.copyOf(payload, payload.length + ENDING.length);
    System.arraycopy(ENDING, 0, whole, payload.length, ENDING.length);
    try {
      return inflateAll(whole);
    } catch (DataFormatException _) {
      throw notDeflated();
    } finally {
      inflater.reset();
    }
  }

  private byte[] inflateAll(byte[] whole) throws DataFormatException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    inflater.setInput(whole);
    while (!inflater.finished() || inflater.getRemaining() > 0) {
      if (inflater.finished()) {
        // A block that says it is the last need not be (section 7.2.1).
        int left = inflater.getRemaining();
        inflater.reset();
        inflater.setInput(whole, whole.length - left, left);
      }
      int length = inflater.inflate(piece);
      if (length == 0 && !inflater.finished()) {
        throw notDeflated();
      }
      if (message.size() + length > Limits.MESSAGE) {
        throw new CorruptedWebSocketFrameException(
            WebSocketCloseStatus.MESSAGE_TOO_BIG, "inflates to too much");
      }
      message.write(piece, 0, length);
    }
    return message.toByteArray();
  }

  private static CorruptedWebSocketFrameException notDeflated() {
    return new CorruptedWebSocketFrameException(
        WebSocketCloseStatus.INVALID_PAYLOAD_DATA, "can't be inflated");
  }

  private void end() {
    deflater.end();
    inflater.end();
  }
}
