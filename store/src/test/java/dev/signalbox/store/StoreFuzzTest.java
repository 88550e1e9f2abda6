package dev.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.SavedPart;
import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.testkit.SpoiledInputs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** What a disk may give back. */
class StoreFuzzTest {
  private static final String KEY = "yard/out1";
  private static final SavedSettings CHANGED =
      new SavedSettings(Map.of(new BoardId("yard"), "New"), KeptFile.SETTINGS.parts());
  private static final Logger LOG = Logger.getLogger(SettingsFolder.class.getName());

  static {
    LOG.setUseParentHandlers(false);
  }

  @Test
  void keptInputs_spoiled_keepTheLaws() {
    SpoiledInputs.feed(this, 300);
  }

  /** The bytes of a part, with the checksum that belongs to them, and without. */
  @FuzzTest
  void savedPart(byte[] body) throws IOException {
    decoded(body);
    Optional<SavedPart> part = decoded(sealed(body));
    if (part.isPresent()) {
      byte[] again = SavedPartCode.encode(KEY, part.get());
      assertEquals(part.get(), SavedPartCode.decode(KEY, again));
      assertEquals(Optional.empty(), decoded(sealed(Arrays.copyOf(body, body.length + 1))));
    }
  }

  private static byte[] sealed(byte[] body) {
    CRC32C checksum = new CRC32C();
    checksum.update(KEY.getBytes(StandardCharsets.UTF_8));
    checksum.update(body);
    return ByteBuffer.allocate(body.length + Integer.BYTES)
        .put(body)
        .putInt((int) checksum.getValue())
        .array();
  }

  private static Optional<SavedPart> decoded(byte[] bytes) {
    try {
      return Optional.of(SavedPartCode.decode(KEY, bytes));
    } catch (IOException refused) {
      return Optional.empty();
    }
  }

  /**
   * A settings file of which some bytes are others: each three of the input are a place (two bytes)
   * and what is there instead. A last one alone says how much of the file is left, in 256ths. This
   * file is of the time before the seal.
   */
  @FuzzTest
  void damagedFile(byte[] damage) throws IOException {
    assertUsable(damaged(KeptFile.OLD.bytes(), damage));
  }

  /** The same for a file with a seal. */
  @FuzzTest
  void damagedSealedFile(byte[] damage) throws IOException {
    assertUsable(damaged(KeptFile.SEALED.bytes(), damage));
  }

  private static byte[] damaged(byte[] file, byte[] damage) {
    for (int i = 0; i + 2 < damage.length; i += 3) {
      int place = Byte.toUnsignedInt(damage[i]) << 8 | Byte.toUnsignedInt(damage[i + 1]);
      file[place % file.length] = damage[i + 2];
    }
    return damage.length % 3 == 1
        ? Arrays.copyOf(file, file.length * Byte.toUnsignedInt(damage[damage.length - 1]) / 256)
        : file;
  }

  private static void assertUsable(byte[] file) throws IOException {
    Path folder = Files.createTempDirectory("signalbox-fuzz");
    try {
      Files.write(folder.resolve(SettingsFolder.FILE), file);
      assertUsable(folder, file);
    } finally {
      delete(folder);
    }
  }

  /** Whatever was there: all of it is read, or it is set aside; and what is written then stays. */
  private static void assertUsable(Path folder, byte[] file) throws IOException {
    try (SettingsFolder opened = SettingsFolder.open(folder)) {
      SavedSettings read = opened.read();
      if (!read.equals(KeptFile.SETTINGS)) {
        assertEquals(SavedSettings.NONE, read);
        Path aside = folder.resolve(SettingsFolder.FILE + ".broken-1");
        assertTrue(file.length == 0 || Arrays.equals(file, Files.readAllBytes(aside)));
      }
      opened.write(CHANGED);
    }
    try (SettingsFolder again = SettingsFolder.open(folder)) {
      assertEquals(CHANGED, again.read());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
