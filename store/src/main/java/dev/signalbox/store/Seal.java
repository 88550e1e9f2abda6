package dev.signalbox.store;

import dev.signalbox.core.model.SavedPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32C;

/**
 * What a settings file says about all that is in it, kept as an entry of its own and written in the
 * same transaction as the others. The database takes a name that it can't find for something that
 * was never there; by the seal, what is missing is missed.
 *
 * <p>It looks like a saved part under a key that no board can have, so that a hub of the time
 * before the seal reads over it, and removes it with its first write.
 *
 * @param entries how many others there are
 * @param checksum over their keys and values, in the order of their keys
 */
record Seal(int entries, int checksum) {
  static final String KEY = "!seal";

  private static final String KIND = "seal";
  private static final int FORMAT = 1;

  /** The seal that fits {@code entries}, among which there is none. */
  static Seal of(SortedMap<String, byte[]> entries) {
    CRC32C checksum = new CRC32C();
    entries.forEach((key, value) -> {
      checksum.update(key.getBytes(StandardCharsets.UTF_8));
      checksum.update(value);
    });
    return new Seal(entries.size(), (int) checksum.getValue());
  }

  byte[] encode() {
    Map<String, Object> values = Map.of("format", FORMAT, "entries", entries, "checksum", checksum);
    return SavedPartCode.encode(KEY, new SavedPart.Settings(KIND, values));
  }

  /**
   * The seal that {@code bytes} stand for.
   *
   * @throws IOException if they stand for none, or for one of a later format
   */
  static Seal decode(byte[] bytes) throws IOException {
    if (SavedPartCode.decode(KEY, bytes) instanceof SavedPart.Settings seal
        && seal.values().get("format") instanceof Integer format
        && seal.values().get("entries") instanceof Integer entries
        && seal.values().get("checksum") instanceof Integer checksum) {
      if (format != FORMAT) {
        throw new IOException("it is of format " + format);
      }
      return new Seal(entries, checksum);
    }
    throw new IOException("its seal is none");
  }

  /**
   * Compares.
   *
   * @throws IOException if {@code there} are not the entries that were sealed
   */
  void requireFits(SortedMap<String, byte[]> there) throws IOException {
    if (!equals(of(there))) {
      throw new IOException(
          "it has " + there.size() + " entries, which are not the " + entries + " it should have");
    }
  }
}
