package dev.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.SavedPart;
import dev.signalbox.core.model.SavedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFolderTest {
  private static final SavedSettings SETTINGS =
      new SavedSettings(
          Map.of(new BoardId("yard"), "Gärten \u2028 🚂"),
          Map.of(
              PartAddress.of("yard", "out1"),
              new SavedPart.Settings("output", Map.of("brightness", 7, "active", true)),
              PartAddress.of("yard", "chase1"),
              new SavedPart.Settings("chase", Map.of("members", List.of("out1", "out2"))),
              PartAddress.of("yard", "runway"),
              new SavedPart.Removed()));

  private static final Logger LOGGER = Logger.getLogger(SettingsFolder.class.getName());

  @TempDir Path home;

  private final List<LogRecord> logged = new ArrayList<>();
  private final Handler warnings =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          logged.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private Path folder() {
    return home.resolve("a").resolve("data");
  }

  private Path file() {
    return folder().resolve("signalbox.mv");
  }

  @BeforeEach
  void insertDisk() {
    BrittleDisk.insert();
    LOGGER.setUseParentHandlers(false);
    LOGGER.addHandler(warnings);
  }

  @AfterEach
  void removeHandler() {
    LOGGER.removeHandler(warnings);
    LOGGER.setUseParentHandlers(true);
  }

  private SettingsFolder opened() {
    return SettingsFolder.open(folder(), BrittleDisk.SCHEME);
  }

  private void write(SavedSettings settings) {
    try (SettingsFolder folder = opened()) {
      folder.read();
      folder.write(settings);
    }
  }

  private SavedSettings read() {
    try (SettingsFolder folder = opened()) {
      return folder.read();
    }
  }

  @Test
  void read_newFolder_isMadeAndHasNothing() {
    assertEquals(SavedSettings.NONE, read());
    assertTrue(Files.exists(file()));
  }

  @Test
  void read_afterWrite_isTheSame() {
    write(SETTINGS);

    assertEquals(SETTINGS, read());
  }

  @Test
  void write_less_removesTheRest() {
    write(SETTINGS);
    write(SavedSettings.NONE);

    assertEquals(SavedSettings.NONE, read());
  }

  @Test
  void write_withoutClosing_isThereForTheNext() {
    SettingsFolder first = opened();
    first.read();
    first.write(SETTINGS);
    Path copy = home.resolve("copy");
    copyTo(copy);
    first.close();

    try (SettingsFolder second = SettingsFolder.open(copy)) {
      assertEquals(SETTINGS, second.read());
    }
  }

  private void copyTo(Path copy) {
    try {
      Files.createDirectories(copy);
      Files.copy(file(), copy.resolve("signalbox.mv"));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void read_fileOpenElsewhere_saysSo() {
    try (SettingsFolder first = opened()) {
      first.read();
      SettingsFolder second = opened();

      StoreException refused = assertThrows(StoreInUseException.class, second::read);
      assertTrue(String.valueOf(refused.getMessage()).contains(folder().toString()));
    }
  }

  @Test
  void read_noDatabase_isSetAsideEachTime() throws IOException {
    Files.createDirectories(folder());
    for (int n = 1; n <= 3; n++) {
      Files.writeString(file(), "not a database, number " + n + "\n".repeat(9_000));
      assertEquals(SavedSettings.NONE, read());
      assertEquals(n, logged.size());
      assertTrue(
          Files.readString(folder().resolve("signalbox.mv.broken-" + n)).contains("number " + n));
    }
  }

  @Test
  void read_afterSetAside_holdsTheFolder() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(file(), "not a database".repeat(1_000));
    try (SettingsFolder first = opened()) {
      first.read();

      assertThrows(StoreInUseException.class, () -> opened().read());
    }
  }

  @Test
  void read_anyBytesGarbled_isWhatWasOrNothing() throws IOException {
    write(SETTINGS);
    byte[] good = Files.readAllBytes(file());
    Random random = new Random(7);
    for (int n = 0; n < 150; n++) {
      byte[] bad = good.clone();
      int from = random.nextInt(bad.length);
      for (int i = from; i < Math.min(bad.length, from + 1 + random.nextInt(400)); i++) {
        bad[i] = (byte) random.nextInt();
      }
      Files.write(file(), bad);
      SavedSettings read = read();
      assertTrue(read.equals(SETTINGS) || read.equals(SavedSettings.NONE), "read " + read);
    }
  }

  @Test
  void read_fileCutShort_isWhatWasOrNothing() throws IOException {
    write(SETTINGS);
    byte[] good = Files.readAllBytes(file());
    for (int length = 0; length < good.length; length += 500) {
      Files.write(file(), Arrays.copyOf(good, length));
      SavedSettings read = read();
      assertTrue(read.equals(SETTINGS) || read.equals(SavedSettings.NONE), "read " + read);
    }
  }

  @Test
  void write_diskFull_failsAndGoesOnWhenThereIsRoom() {
    try (SettingsFolder folder = opened()) {
      folder.read();
      BrittleDisk.full = true;
      assertThrows(RuntimeException.class, () -> folder.write(SETTINGS));
      assertThrows(RuntimeException.class, () -> folder.write(SETTINGS));
      BrittleDisk.full = false;
      folder.write(SETTINGS);
    }

    assertEquals(SETTINGS, read());
    assertFalse(Files.exists(folder().resolve("signalbox.mv.broken-1")));
  }

  @Test
  void write_diskFullFromTheStart_goesOnWhenThereIsRoom() {
    BrittleDisk.full = true;
    try (SettingsFolder folder = opened()) {
      folder.read();
      assertThrows(RuntimeException.class, () -> folder.write(SETTINGS));
      BrittleDisk.full = false;
      folder.write(SETTINGS);
    }

    assertEquals(SETTINGS, read());
    assertFalse(Files.exists(folder().resolve("signalbox.mv.broken-1")));
  }

  @Test
  void read_diskFull_stillReads() {
    write(SETTINGS);
    BrittleDisk.full = true;

    assertEquals(SETTINGS, read());
  }

  @Test
  void read_diskFullAndNoFile_hasNothing() {
    BrittleDisk.full = true;

    assertEquals(SavedSettings.NONE, read());
  }

  @Test
  void write_readOnlyFile_failsAndReadingGoesOn() {
    write(SETTINGS);
    BrittleDisk.readOnly = true;
    try (SettingsFolder folder = opened()) {
      assertEquals(SETTINGS, folder.read());
      assertThrows(RuntimeException.class, () -> folder.write(SavedSettings.NONE));
    }

    assertEquals(SETTINGS, read());
  }

  @Test
  void open_folderIsAFile_saysSo() throws IOException {
    Files.writeString(home.resolve("a"), "in the way");

    StoreException refused = assertThrows(UnusableStoreException.class, this::opened);
    assertTrue(String.valueOf(refused.getMessage()).contains(folder().toString()));
  }
}
