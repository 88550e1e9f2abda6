package dev.signalbox.store;

import static dev.signalbox.store.KeptFile.SETTINGS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.SavedPart;
import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.testkit.LogLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with a seal, without one, and with one that does not fit. */
class SealTest {
  @TempDir Path folder;

  private final LogLines warnings = new LogLines(SettingsFolder.class);

  @AfterEach
  void speak() {
    warnings.close();
  }

  private MVStore store() {
    return new MVStore.Builder()
        .fileName(folder.resolve(SettingsFolder.FILE).toString())
        .autoCommitDisabled()
        .open();
  }

  private static MVMap<String, byte[]> map(MVStore store) {
    return store.openMap(
        "settings",
        new MVMap.Builder<String, byte[]>()
            .keyType(StringDataType.INSTANCE)
            .valueType(ByteArrayDataType.INSTANCE));
  }

  /** Changes the file behind the back of the store, by the database's own means. */
  private void change(Consumer<MVMap<String, byte[]>> how) {
    try (MVStore store = store()) {
      how.accept(map(store));
      store.commit();
    }
  }

  private SavedSettings read() {
    try (SettingsFolder opened = SettingsFolder.open(folder)) {
      return opened.read();
    }
  }

  private void write(SavedSettings settings) {
    try (SettingsFolder opened = SettingsFolder.open(folder)) {
      opened.read();
      opened.write(settings);
    }
  }

  private void assertSealed() {
    try (MVStore store = store()) {
      assertTrue(map(store).containsKey(Seal.KEY));
    }
  }

  private void assertWhole(SavedSettings settings) {
    assertEquals(settings, read());
    assertEquals(0, warnings.count());
    assertSealed();
  }

  private void assertSetAside() {
    assertEquals(SavedSettings.NONE, read());
    assertEquals(1, warnings.count());
    assertTrue(Files.exists(folder.resolve(SettingsFolder.FILE + ".broken-1")));
    assertSealed();
  }

  @Test
  void newFile_isSealedBeforeAnythingIsWritten() {
    assertWhole(SavedSettings.NONE);
  }

  @Test
  void oldFile_withoutSettings_opensAndIsSealed() {
    change(_ -> {});
    assertWhole(SavedSettings.NONE);
  }

  @Test
  void oldFile_neverWritten_opensAndIsSealed() {
    store().closeImmediately();

    assertWhole(SavedSettings.NONE);
  }

  @Test
  void oldFile_withSettings_opensAndIsSealed() {
    change(map -> map.putAll(SettingsCode.encode(SETTINGS)));

    assertWhole(SETTINGS);
  }

  @Test
  void oldFile_allSettingsRemoved_opensAndIsSealed() {
    change(map -> map.putAll(SettingsCode.encode(SETTINGS)));
    change(MVMap::clear);

    assertWhole(SavedSettings.NONE);
  }

  @Test
  void hubBeforeTheSeal_readsOverIt() throws Exception {
    write(SETTINGS);
    change(map -> {
      assertTrue(Objects.requireNonNull(map.firstKey()).equals(Seal.KEY));
      assertNull(seal(map).values().get("name"));
    });
  }

  private static SavedPart.Settings seal(MVMap<String, byte[]> map) {
    try {
      return (SavedPart.Settings)
          SavedPartCode.decode(Seal.KEY, Objects.requireNonNull(map.get(Seal.KEY)));
    } catch (java.io.IOException garbled) {
      throw new AssertionError(garbled);
    }
  }

  @Test
  void entry_missing_isMissed() {
    write(SETTINGS);
    change(map -> map.remove("yard/out8"));

    assertSetAside();
  }

  @Test
  void entry_tooMany_isMissed() {
    write(SETTINGS);
    change(map -> map.put("yard/out7", SavedPartCode.encode("yard/out7", new SavedPart.Removed())));

    assertSetAside();
  }

  @Test
  void entry_ofAnotherTime_isNoticed() {
    write(SETTINGS);
    change(map -> map.put("yard/out1", SavedPartCode.encode("yard/out1", new SavedPart.Removed())));

    assertSetAside();
  }

  @Test
  void seal_ofALaterFormat_isRefused() {
    write(SETTINGS);
    change(map -> {
      Map<String, Object> later = new java.util.HashMap<>(seal(map).values());
      later.put("format", 2);
      map.put(Seal.KEY, SavedPartCode.encode(Seal.KEY, new SavedPart.Settings("seal", later)));
    });

    assertSetAside();
  }

  @Test
  void map_missing_isMissed() {
    write(SETTINGS);
    try (MVStore store = store()) {
      store.removeMap("settings");
      store.commit();
    }

    assertSetAside();
  }
}
