package dev.signalbox.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shortest way to read what the hub writes as CBOR, made from RFC 8949's section 3 and nothing
 * of the hub's: known lengths only, and each head no longer than it must be.
 */
final class PlainCbor {
  private PlainCbor() {}

  static @Nullable Object read(byte[] bytes) {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    Object value = value(left);
    if (left.hasRemaining()) {
      throw new AssertionError(left.remaining() + " bytes after the end");
    }
    return value;
  }

  private static @Nullable Object value(ByteBuffer left) {
    int head = left.get() & 0xff;
    if (head >= 0xe0) {
      return simple(head, left);
    }
    long argument = argument(head % 32, left);
    return switch (head / 32) {
      case 0 -> argument;
      case 1 -> -1 - argument;
      case 3 -> text(argument, left);
      case 4 -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (long i = 0; i < argument; i++) {
          list.add(value(left));
        }
        yield list;
      }
      case 5 -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (long i = 0; i < argument; i++) {
          if (value(left) instanceof String name && !map.containsKey(name)) {
            map.put(name, value(left));
          } else {
            throw new AssertionError("a name that is none, or there already");
          }
        }
        yield map;
      }
      default -> throw new AssertionError("major type " + head / 32);
    };
  }

  private static @Nullable Object simple(int head, ByteBuffer left) {
    return switch (head) {
      case 0xf4 -> false;
      case 0xf5 -> true;
      case 0xf6 -> null;
      case 0xf9 -> (double) Float.float16ToFloat(left.getShort());
      case 0xfa -> (double) left.getFloat();
      case 0xfb -> left.getDouble();
      default -> throw new AssertionError("simple value " + head);
    };
  }

  private static long argument(int info, ByteBuffer left) {
    return switch (info) {
      case 24 -> atLeast(24, left.get() & 0xff);
      case 25 -> atLeast(1 << 8, left.getShort() & 0xffff);
      case 26 -> atLeast(1 << 16, left.getInt() & 0xffff_ffffL);
      case 27 -> atLeast(1L << 32, left.getLong());
      default -> {
        if (info > 24) {
          throw new AssertionError("no known length");
        }
        yield info;
      }
    };
  }

  private static long atLeast(long least, long argument) {
    if (argument < least) {
      throw new AssertionError("a head that is too long for " + argument);
    }
    return argument;
  }

  private static String text(long length, ByteBuffer left) {
    byte[] utf8 = new byte[(int) length];
    left.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
