package dev.signalbox.store;

import dev.signalbox.core.model.SavedSettings;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import org.h2.store.fs.FileUtils;

/**
 * The database file: settings, and a {@link Seal} over all of them. Files of the time before the
 * seal have none; they are read, and get it with the first write. Owned by one thread at a time.
 */
final class SettingsFile implements AutoCloseable {
  private static final String MAP = "settings";
  private static final int CACHE_MB = 1;
  private static final int CLOSING_MS = 100;

  private final MVStore store;
  private final OpenedStore found;
  private final MVMap<String, byte[]> map;

  private SettingsFile(MVStore store) {
    this.store = store;
    this.found = OpenedStore.of(store, MAP);
    this.map =
        store.openMap(
            MAP,
            new MVMap.Builder<String, byte[]>()
                .keyType(StringDataType.INSTANCE)
                .valueType(ByteArrayDataType.INSTANCE));
  }

  /**
   * Opens the file, or makes it. Nothing but {@link #write} writes: there is no thread behind it. A
   * new file is sealed and closed once before it is used, which has its headers say that something
   * was written; one that can't be, is removed.
   *
   * @throws org.h2.mvstore.MVStoreException if it is locked, can't be read, or is no such database
   */
  static SettingsFile open(String name) {
    SettingsFile file = open(builder(name));
    if (!file.found.isBlank() || file.isReadOnly()) {
      return file;
    }
    try {
      file.write(new TreeMap<>());
      file.close();
    } catch (RuntimeException failure) {
      file.abandon();
      FileUtils.tryDelete(name);
      throw failure;
    }
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

  /** Whether the file has a seal; one of the time before has none. */
  boolean isSealed() {
    return map.containsKey(Seal.KEY);
  }

  /**
   * Everything that is kept.
   *
   * @throws IOException if something in it is garbled or missing
   */
  SavedSettings read() throws IOException {
    SortedMap<String, byte[]> entries = new TreeMap<>(map);
    byte[] seal = entries.remove(Seal.KEY);
    if (found.isOutdated()) {
      throw new IOException("its latest version is missing");
    }
    if (seal != null) {
      Seal.decode(seal).requireFits(entries);
    } else if (entries.isEmpty() && !found.isBlank() && !found.isPlainlyEmpty()) {
      // Entries without a seal need no such proof: each has a checksum of its own, and a seal is
      // not lost without the others, which are in the same map.
      throw new IOException("its settings are missing");
    }
    return SettingsCode.decode(entries);
  }

  /**
   * Makes {@code wanted} what is kept, down to the disk. Only what differs is written.
   *
   * @throws org.h2.mvstore.MVStoreException if that fails; the file has to be closed and opened
   *     anew
   */
  void write(SortedMap<String, byte[]> wanted) {
    SortedMap<String, byte[]> sealed = new TreeMap<>(wanted);
    sealed.put(Seal.KEY, Seal.of(wanted).encode());
    Set<String> gone = new HashSet<>(map.keySet());
    gone.removeAll(sealed.keySet());
    gone.forEach(map::remove);
    sealed.forEach((key, value) -> {
      if (!Arrays.equals(map.get(key), value)) {
        map.put(key, value);
      }
    });
    if (store.hasUnsavedChanges()) {
      store.commit();
      store.sync();
    }
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
