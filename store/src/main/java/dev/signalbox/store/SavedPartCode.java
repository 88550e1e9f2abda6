package dev.signalbox.store;

import dev.signalbox.core.model.SavedPart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * How a saved part looks as bytes: a version, the kind (none for a removed part), and each value
 * with a letter that says its type; a checksum over all of it and the key that it is kept under
 * comes last. The database guards its pages' outlines by checksums, but not what they hold.
 */
final class SavedPartCode {
  private static final int VERSION = 1;
  private static final int CHECKSUM_BYTES = Integer.BYTES;
  private static final int MOST_BYTES = 1 << 16;

  private SavedPartCode() {}

  /**
   * The bytes of {@code part}.
   *
   * @throws IllegalArgumentException if a value is of a type that can't be kept
   */
  static byte[] encode(String key, SavedPart part) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeByte(VERSION);
      switch (part) {
        case SavedPart.Removed _ -> out.writeBoolean(false);
        case SavedPart.Settings settings -> {
          out.writeBoolean(true);
          write(settings, out);
        }
      }
      out.writeInt(checksum(key, bytes.toByteArray()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(SavedPart.Settings settings, DataOutputStream out) throws IOException {
    out.writeUTF(settings.kind());
    out.writeShort(settings.values().size());
    for (Map.Entry<String, Object> entry : settings.values().entrySet()) {
      out.writeUTF(entry.getKey());
      write(entry.getValue(), out);
    }
  }

  private static void write(Object value, DataOutputStream out) throws IOException {
    switch (value) {
      case Boolean flag -> out.writeByte(flag ? 't' : 'f');
      case Integer number -> {
        out.writeByte('i');
        out.writeInt(number);
      }
      case Long number -> {
        out.writeByte('l');
        out.writeLong(number);
      }
      case Double number -> {
        out.writeByte('d');
        out.writeDouble(number);
      }
      case String text -> {
        out.writeByte('s');
        out.writeUTF(text);
      }
      case List<?> list -> {
        out.writeByte('[');
        out.writeShort(list.size());
        for (Object item : list) {
          if (item instanceof List) {
            throw new IllegalArgumentException("a list in a list can't be kept");
          }
          write(item, out);
        }
      }
      default -> throw new IllegalArgumentException("'" + value + "' can't be kept");
    }
  }

  /**
   * The part that {@code bytes} stand for.
   *
   * @throws IOException if they stand for none
   */
  static SavedPart decode(String key, byte[] bytes) throws IOException {
    int end = bytes.length - CHECKSUM_BYTES;
    if (end < 2 || bytes.length > MOST_BYTES) {
      throw new IOException("'" + key + "' has " + bytes.length + " bytes");
    }
    byte[] body = Arrays.copyOf(bytes, end);
    if (ByteBuffer.wrap(bytes).getInt(end) != checksum(key, body)) {
      throw new IOException("'" + key + "' is garbled");
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
    int version = in.readByte();
    if (version != VERSION) {
      throw new IOException("'" + key + "' is of version " + version);
    }
    SavedPart part = in.readBoolean() ? settings(in) : new SavedPart.Removed();
    if (in.available() > 0) {
      throw new IOException("'" + key + "' has more after its end");
    }
    return part;
  }

  private static SavedPart settings(DataInputStream in) throws IOException {
    String kind = in.readUTF();
    Map<String, Object> values = new LinkedHashMap<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      values.put(in.readUTF(), value(in));
    }
    return new SavedPart.Settings(kind, values);
  }

  private static Object value(DataInputStream in) throws IOException {
    int type = in.readByte();
    return type == '[' ? list(in) : plain(type, in);
  }

  private static Object plain(int type, DataInputStream in) throws IOException {
    return switch (type) {
      case 't' -> true;
      case 'f' -> false;
      case 'i' -> in.readInt();
      case 'l' -> in.readLong();
      case 'd' -> in.readDouble();
      case 's' -> in.readUTF();
      default -> throw new IOException("unknown type of value " + type);
    };
  }

  private static List<Object> list(DataInputStream in) throws IOException {
    List<Object> items = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      items.add(plain(in.readByte(), in));
    }
    return items;
  }

  private static int checksum(String key, byte[] body) {
    CRC32C checksum = new CRC32C();
    checksum.update(key.getBytes(StandardCharsets.UTF_8));
    checksum.update(body);
    return (int) checksum.getValue();
  }
}
