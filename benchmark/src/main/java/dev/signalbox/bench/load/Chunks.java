package dev.signalbox.bench.load;

import java.util.Arrays;

/**
 * A body in chunks (RFC 9112, section 7.1). Brings what is in them together and hands it on; the
 * data of a chunk need not end where a message does.
 */
final class Chunks implements Body {
  /** Instead of a number of bytes: a line with a size comes, or the line end behind the data. */
  private static final int SIZE = -1;

  private static final int LINE_END = -2;
  private static final int LONGEST_SIZE_LINE = 64;

  private final Body inner;
  private byte[] joined = new byte[0];
  private int length;
  private int missing = SIZE;

  Chunks(Body inner) {
    this.inner = inner;
  }

  @Override
  public int read(byte[] bytes, int from, int to, Receiver receiver) {
    int at = from;
    int taken = 1;
    while (at < to && taken > 0) {
      taken =
          switch (missing) {
            case SIZE -> sizeLine(bytes, at, to, receiver);
            case LINE_END -> lineEnd(at, to);
            default -> data(bytes, at, to, receiver);
          };
      at += taken;
    }
    return at - from;
  }

  private int sizeLine(byte[] bytes, int from, int to, Receiver receiver) {
    for (int i = from; i < to && i - from < LONGEST_SIZE_LINE; i++) {
      if (bytes[i] == '\n') {
        int size = size(bytes, from, i);
        if (size == 0) {
          receiver.end();
        }
        missing = size == 0 ? LINE_END : size;
        return i + 1 - from;
      }
    }
    if (to - from >= LONGEST_SIZE_LINE) {
      throw new MalformedException("a chunk without a size");
    }
    return 0;
  }

  private int lineEnd(int from, int to) {
    if (to - from < 2) {
      return 0;
    }
    missing = SIZE;
    return 2;
  }

  private static int size(byte[] bytes, int from, int to) {
    int size = 0;
    for (int i = from; i < to && Character.digit(bytes[i], 16) >= 0; i++) {
      size = 16 * size + Character.digit(bytes[i], 16);
      if (size > 64 * 1024 * 1024) {
        throw new MalformedException("a chunk of more than 64 MiB");
      }
    }
    return size;
  }

  private int data(byte[] bytes, int from, int to, Receiver receiver) {
    int count = Math.min(missing, to - from);
    if (length == 0 && count == missing) {
      // The usual case: nothing waits and the chunk is all there, so that it is read in place.
      int understood = inner.read(bytes, from, from + count, receiver);
      keep(bytes, from + understood, count - understood);
    } else {
      keep(bytes, from, count);
      int understood = inner.read(joined, 0, length, receiver);
      length -= understood;
      System.arraycopy(joined, understood, joined, 0, length);
    }
    missing = missing == count ? LINE_END : missing - count;
    return count;
  }

  private void keep(byte[] bytes, int from, int count) {
    if (count > 0) {
      if (joined.length < length + count) {
        joined = Arrays.copyOf(joined, length + count);
      }
      System.arraycopy(bytes, from, joined, length, count);
      length += count;
    }
  }
}
