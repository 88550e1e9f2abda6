package dev.signalbox.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of a response.
 *
 * @param length in bytes, with the empty line that ends it
 */
record Head(int status, boolean isChunked, int length) {
  private static final int LONGEST = 16 * 1024;

  /**
   * Reads it; empty if it is not all there.
   *
   * @throws MalformedException if this is no HTTP
   */
  static Optional<Head> read(byte[] bytes, int length) {
    int end = end(bytes, length);
    if (end < 0) {
      if (length > LONGEST) {
        throw new MalformedException("an answer whose head does not end");
      }
      return Optional.empty();
    }
    String text = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (!text.matches("(?s)http/1\\.[01] \\d{3}.*")) {
      throw new MalformedException("an answer that is not HTTP/1");
    }
    boolean isChunked = text.matches("(?s).*\r\ntransfer-encoding:[^\r]*chunked.*");
    return Optional.of(new Head(Integer.parseInt(text.substring(9, 12)), isChunked, end));
  }

  private static int end(byte[] bytes, int length) {
    for (int i = 3; i < length; i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  /** Whether a stream of this kind follows. */
  boolean isStream(Target.Kind kind) {
    return switch (kind) {
      case EVENTS -> status == 200;
      case WEB_SOCKET -> status == 101;
    };
  }
}
