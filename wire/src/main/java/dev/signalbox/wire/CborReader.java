package dev.signalbox.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads CBOR (RFC 8949) that says what JSON can say too, within the bounds of {@link Json}.
 *
 * <p>What it refuses beside what is malformed: names that are no text or come twice, byte strings,
 * tags, and so bignums, {@code undefined} and other simple values, and numbers that are not finite.
 * Nothing is allocated by a length that is declared: it must be there first.
 */
final class CborReader {
  private final byte[] bytes;
  private int at;

  private CborReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads one value, and nothing after it. */
  static @Nullable Object read(byte[] bytes) throws MalformedCborException {
    if (bytes.length == 0) {
      throw new MalformedCborException("empty", 0);
    }
    CborReader reader = new CborReader(bytes);
    Object value = reader.value(0);
    if (reader.at < bytes.length) {
      throw new MalformedCborException("more after the end", reader.at);
    }
    return value;
  }

  private @Nullable Object value(int depth) throws MalformedCborException {
    int start = at;
    int head = next();
    int info = head & 0x1f;
    return switch (head >> 5) {
      case Cbor.UNSIGNED -> unsigned(argument(info));
      case Cbor.NEGATIVE -> negative(argument(info));
      case Cbor.BYTES -> throw new MalformedCborException("a byte string", start);
      case Cbor.TEXT -> text(info, Json.LONGEST_TEXT);
      case Cbor.ARRAY -> array(info, deeper(depth, start));
      case Cbor.MAP -> map(info, deeper(depth, start));
      case Cbor.TAG -> throw new MalformedCborException("a tag", start);
      default -> simple(head, start);
    };
  }

  private static int deeper(int depth, int start) throws MalformedCborException {
    if (depth == Json.DEEPEST) {
      throw new MalformedCborException("nested deeper than " + Json.DEEPEST, start);
    }
    return depth + 1;
  }

  private static Number unsigned(long argument) {
    return argument >= 0 ? (Number) argument : (Number) toDouble(argument);
  }

  private static Number negative(long argument) {
    return argument >= 0 ? (Number) ~argument : (Number) (-1 - toDouble(argument));
  }

  /** An unsigned number that has its highest bit set. */
  private static double toDouble(long unsigned) {
    return 2.0 * ((unsigned >>> 1) | (unsigned & 1));
  }

  private @Nullable Object simple(int head, int start) throws MalformedCborException {
    return switch (head) {
      case Cbor.FALSE -> false;
      case Cbor.TRUE -> true;
      case Cbor.NULL -> null;
      case Cbor.HALF -> finite(Float.float16ToFloat((short) big(Short.BYTES)), start);
      case Cbor.SINGLE -> finite(Float.intBitsToFloat((int) big(Float.BYTES)), start);
      case Cbor.DOUBLE -> finite(Double.longBitsToDouble(big(Double.BYTES)), start);
      case Cbor.BREAK -> throw new MalformedCborException("an end of nothing", start);
      default -> throw new MalformedCborException("a value that JSON does not have", start);
    };
  }

  private static double finite(double number, int start) throws MalformedCborException {
    if (!Double.isFinite(number)) {
      throw new MalformedCborException("a number that is not finite", start);
    }
    return number;
  }

  private List<@Nullable Object> array(int info, int depth) throws MalformedCborException {
    List<@Nullable Object> array = new ArrayList<>();
    for (long left = count(info, 1); goesOn(left); left--) {
      array.add(value(depth));
    }
    return array;
  }

  private Map<String, @Nullable Object> map(int info, int depth) throws MalformedCborException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (long left = count(info, 2); goesOn(left); left--) {
      int start = at;
      int head = next();
      if (head >> 5 != Cbor.TEXT) {
        throw new MalformedCborException("a name that is no text", start);
      }
      String name = text(head & 0x1f, Json.LONGEST_NAME);
      if (map.containsKey(name)) {
        throw new MalformedCborException("a name for the second time", start);
      }
      map.put(name, value(depth));
    }
    return map;
  }

  /** How many members follow, of at least {@code size} bytes each; -1 where a break ends them. */
  private long count(int info, int size) throws MalformedCborException {
    return info == Cbor.INDEFINITE ? -1 : within(argument(info), (bytes.length - at) / size);
  }

  /** Whether another member follows; takes the break that ends them. */
  private boolean goesOn(long left) throws MalformedCborException {
    if (left >= 0) {
      return left > 0;
    }
    if (at < bytes.length && (bytes[at] & 0xff) != Cbor.BREAK) {
      return true;
    }
    next();
    return false;
  }

  private String text(int info, int longest) throws MalformedCborException {
    int start = at - 1;
    StringBuilder text = new StringBuilder();
    if (info != Cbor.INDEFINITE) {
      text.append(chunk(info));
    } else {
      while (goesOn(-1)) {
        int head = next();
        if (head >> 5 != Cbor.TEXT) {
          throw new MalformedCborException("no text within a text", at - 1);
        }
        text.append(chunk(head & 0x1f));
      }
    }
    if (text.length() > longest) {
      throw new MalformedCborException("a text of more than " + longest + " characters", start);
    }
    return text.toString();
  }

  private CharSequence chunk(int info) throws MalformedCborException {
    int length = (int) within(argument(info), bytes.length - at);
    try {
      CharSequence text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length));
      at += length;
      return text;
    } catch (CharacterCodingException _) {
      throw new MalformedCborException("a text that is not UTF-8", at);
    }
  }

  private long within(long declared, int left) throws MalformedCborException {
    if (declared < 0 || declared > left) {
      throw early();
    }
    return declared;
  }

  private long argument(int info) throws MalformedCborException {
    if (info < Cbor.ONE_BYTE) {
      return info;
    }
    if (info > Cbor.EIGHT_BYTES) {
      throw new MalformedCborException("a head that CBOR does not have", at - 1);
    }
    return big(1 << (info - Cbor.ONE_BYTE));
  }

  private long big(int length) throws MalformedCborException {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = (value << 8) | next();
    }
    return value;
  }

  private int next() throws MalformedCborException {
    if (at == bytes.length) {
      throw early();
    }
    return bytes[at++] & 0xff;
  }

  private MalformedCborException early() {
    return new MalformedCborException("ends too early", bytes.length);
  }
}
