package dev.signalbox.store;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.SavedPart;
import dev.signalbox.core.model.SavedSettings;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * The database file: saved parts under {@code board/part}, board names under {@code board}. Owned
 * by one thread at a time.
 */
final class SettingsFile implements AutoCloseable {
  private static final String MAP = "settings";
  private static final String BOARD_KIND = "board";
  private static final String BOARD_NAME = "name";
  private static final int CACHE_MB = 1;
  private static final int CLOSING_MS = 100;

  private final MVStore store;
  private final MVMap<String, byte[]> map;

  private SettingsFile(MVStore store) {
    this.store = store;
    this.map =
        store.openMap(
            MAP,
            new MVMap.Builder<String, byte[]>()
                .keyType(StringDataType.INSTANCE)
                .valueType(ByteArrayDataType.INSTANCE));
  }

  /**
   * Opens the file, or makes it. Nothing but {@link #write} writes: there is no thread behind it.
   *
   * @throws org.h2.mvstore.MVStoreException if it is locked, can't be read, or is no such database
   */
  static SettingsFile open(String name) {
    return open(builder(name));
  }

  /** Opens the file for reading only; it must be there. */
  static SettingsFile openReadOnly(String name) {
    return open(builder(name).readOnly());
  }

  private static MVStore.Builder builder(String name) {
    return new MVStore.Builder().fileName(name).autoCommitDisabled().cacheSize(CACHE_MB);
  }

  private static SettingsFile open(MVStore.Builder builder) {
    MVStore store = builder.open();
    try {
      return new SettingsFile(store);
    } catch (RuntimeException broken) {
      store.closeImmediately();
      throw broken;
    }
  }

  /** Whether the file can't be written. */
  boolean isReadOnly() {
    return store.isReadOnly();
  }

  /**
   * Everything that is kept.
   *
   * @throws IOException if something in it is garbled
   */
  SavedSettings read() throws IOException {
    Map<BoardId, String> names = new HashMap<>();
    Map<PartAddress, SavedPart> parts = new HashMap<>();
    for (Map.Entry<String, byte[]> entry : map.entrySet()) {
      String key = entry.getKey();
      SavedPart saved = SavedPartCode.decode(key, entry.getValue());
      int slash = key.indexOf('/');
      if (slash >= 0) {
        parts.put(PartAddress.of(key.substring(0, slash), key.substring(slash + 1)), saved);
      } else if (saved instanceof SavedPart.Settings settings
          && settings.values().get(BOARD_NAME) instanceof String name) {
        names.put(new BoardId(key), name);
      }
    }
    return new SavedSettings(names, parts);
  }

  /**
   * Makes {@code wanted} what is kept, down to the disk. Only what differs is written.
   *
   * @throws org.h2.mvstore.MVStoreException if that fails; the file has to be closed and opened
   *     anew
   */
  void write(SavedSettings wanted) {
    Map<String, byte[]> bytes = new HashMap<>();
    wanted
        .names()
        .forEach((board, name) -> bytes.put(board.value(), boardName(board.value(), name)));
    wanted
        .parts()
        .forEach((address, part) ->
            bytes.put(address.toString(), SavedPartCode.encode(address.toString(), part)));
    Set<String> gone = new HashSet<>(map.keySet());
    gone.removeAll(bytes.keySet());
    gone.forEach(map::remove);
    bytes.forEach((key, value) -> {
      if (!Arrays.equals(map.get(key), value)) {
        map.put(key, value);
      }
    });
    if (store.hasUnsavedChanges()) {
      store.commit();
      store.sync();
    }
  }

  private static byte[] boardName(String key, String name) {
    return SavedPartCode.encode(key, new SavedPart.Settings(BOARD_KIND, Map.of(BOARD_NAME, name)));
  }

  /** Closes the file; what was not written is dropped. */
  @Override
  public void close() {
    store.close(CLOSING_MS);
  }

  /** Lets go of the file without touching it. */
  void abandon() {
    store.closeImmediately();
  }
}
