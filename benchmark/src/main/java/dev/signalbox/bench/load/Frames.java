package dev.signalbox.bench.load;

import java.util.Arrays;

/**
 * WebSocket frames from a server (RFC 6455, section 5.2). Messages in several frames are joined.
 */
final class Frames implements Body {
  private static final int LONGEST = 64 * 1024 * 1024;
  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private byte[] parts = new byte[0];

  @Override
  public int read(byte[] bytes, int from, int to, Receiver receiver) {
    int at = from;
    while (to - at >= 2) {
      int head = head(bytes[at + 1]);
      if (to - at < head) {
        break;
      }
      long length = length(bytes, at);
      if (length > LONGEST) {
        throw new MalformedException("a frame of " + length + " bytes");
      }
      if (to - at < head + length) {
        break;
      }
      frame(bytes, at, at + head, (int) length, receiver);
      at += head + (int) length;
    }
    return at - from;
  }

  private static int head(byte second) {
    if (second < 0) {
      throw new MalformedException("a masked frame from a server");
    }
    return second == 127 ? 10 : second == 126 ? 4 : 2;
  }

  private static long length(byte[] bytes, int at) {
    int octets =
        switch (bytes[at + 1]) {
          case 127 -> 8;
          case 126 -> 2;
          default -> 0;
        };
    if (octets == 0) {
      return bytes[at + 1];
    }
    long length = 0;
    for (int i = 0; i < octets; i++) {
      length = length << 8 | (bytes[at + 2 + i] & 0xff);
    }
    return length < 0 ? Long.MAX_VALUE : length;
  }

  private void frame(byte[] bytes, int at, int from, int length, Receiver receiver) {
    boolean isFinal = bytes[at] < 0;
    switch (bytes[at] & 0x0f) {
      case TEXT, BINARY -> {
        if (isFinal) {
          receiver.message(bytes, from, length);
        } else {
          parts = Arrays.copyOfRange(bytes, from, from + length);
        }
      }
      case CONTINUATION -> {
        int before = parts.length;
        parts = Arrays.copyOf(parts, before + length);
        System.arraycopy(bytes, from, parts, before, length);
        if (isFinal) {
          receiver.message(parts, 0, parts.length);
          parts = new byte[0];
        }
      }
      case CLOSE -> receiver.end();
      case PING -> receiver.ping(bytes, from, length);
      case PONG -> {}
      default -> throw new MalformedException("a frame of unknown kind " + (bytes[at] & 0x0f));
    }
  }
}
