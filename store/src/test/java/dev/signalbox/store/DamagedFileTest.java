package dev.signalbox.store;

import static dev.signalbox.store.KeptFile.SETTINGS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.testkit.LogLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a file: what is not there is missed, and saving goes on. */
class DamagedFileTest {
  private static final SavedSettings NEW =
      new SavedSettings(Map.of(new BoardId("yard"), "New"), SETTINGS.parts());

  @TempDir Path folder;

  private final LogLines warnings = new LogLines(SettingsFolder.class);

  @AfterEach
  void speak() {
    warnings.close();
  }

  private Path file() {
    return folder.resolve(SettingsFolder.FILE);
  }

  private Path aside() {
    return folder.resolve(SettingsFolder.FILE + ".broken-1");
  }

  private SavedSettings read() {
    try (SettingsFolder opened = SettingsFolder.open(folder)) {
      return opened.read();
    }
  }

  private static byte[] with(byte[] file, int place, int value) {
    file[place] = (byte) value;
    return file;
  }

  @ParameterizedTest
  @EnumSource(KeptFile.class)
  void everyByte_flipped_losesNothingSilently(KeptFile kept) throws IOException {
    byte[] good = kept.bytes();
    for (int place = 0; place < good.length; place++) {
      boolean padding = good[place] == 0 || good[place] == ' ';
      if (!padding || place % 256 == 0) {
        int flip = place % 2 == 0 ? 1 : 0xff;
        assertNothingIsLostSilently(with(good.clone(), place, good[place] ^ flip), "at " + place);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(KeptFile.class)
  void file_cutShort_losesNothingSilently(KeptFile kept) throws IOException {
    byte[] good = kept.bytes();
    for (int length = 0; length < good.length; length += 512) {
      assertNothingIsLostSilently(Arrays.copyOf(good, length), "cut to " + length);
    }
  }

  private void assertNothingIsLostSilently(byte[] bytes, String how) throws IOException {
    Files.write(file(), bytes);
    int said = warnings.count();
    try (SettingsFolder opened = SettingsFolder.open(folder)) {
      SavedSettings read = opened.read();
      if (!read.equals(SETTINGS)) {
        assertEquals(SavedSettings.NONE, read, how);
        assertTrue(warnings.count() > said, how);
        assertTrue(bytes.length == 0 || Arrays.equals(bytes, Files.readAllBytes(aside())), how);
      }
      opened.write(NEW);
    }
    assertEquals(NEW, read(), how);
    Files.deleteIfExists(aside());
    assertFalse(Files.exists(folder.resolve(SettingsFolder.FILE + ".broken-2")), how);
  }

  @ParameterizedTest
  @ValueSource(ints = {8511, 8566, 8567, 8568, 8569, 8570})
  void oldFile_aNameDamaged_isSetAsideAndSaid(int place) throws IOException {
    byte[] bytes = with(KeptFile.OLD.bytes(), place, 'X');
    Files.write(file(), bytes);

    assertEquals(SavedSettings.NONE, read());
    assertArrayEquals(bytes, Files.readAllBytes(aside()));
    assertEquals(1, warnings.count());
  }

  @ParameterizedTest
  @ValueSource(ints = {8541, 12_457, 12_738})
  void sealedFile_readableButNotWritable_isReplacedByANewOne(int place) throws IOException {
    byte[] good = KeptFile.SEALED.bytes();
    for (int flip : new int[] {1, 0x55, 0xff}) {
      Files.write(file(), with(good.clone(), place, good[place] ^ flip));
      int said = warnings.count();
      boolean whole;
      try (SettingsFolder opened = SettingsFolder.open(folder)) {
        whole = opened.read().equals(SETTINGS);
        opened.write(NEW);
        if (whole && Files.deleteIfExists(aside())) {
          assertEquals(said + 1, warnings.count());
          opened.write(SETTINGS);
          opened.write(NEW);
          assertFalse(Files.exists(aside()));
        }
      }
      assertEquals(NEW, read());
      Files.deleteIfExists(aside());
    }
    assertTrue(warnings.count() > 0);
  }

  @Test
  void files_intact_areWhole() throws IOException {
    for (KeptFile kept : KeptFile.values()) {
      Files.write(file(), kept.bytes());

      assertEquals(SETTINGS, read());
      assertFalse(Files.exists(aside()));
    }
    assertEquals(0, warnings.count());
  }
}
