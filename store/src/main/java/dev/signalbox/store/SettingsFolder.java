package dev.signalbox.store;

import dev.signalbox.core.model.SavedSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The data folder, and the one database file in it that this process has open. Owned by one thread
 * at a time.
 */
final class SettingsFolder implements AutoCloseable {
  static final String FILE = "signalbox.mv";

  private static final System.Logger LOG = System.getLogger(SettingsFolder.class.getName());

  private final DataFolder folder;
  private final String name;
  private @Nullable SettingsFile file;
  private @Nullable SavedSettings written;

  private SettingsFolder(DataFolder folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  static SettingsFolder open(Path folder) {
    return open(folder, "");
  }

  /**
   * Opens the folder by way of one of the database's file systems.
   *
   * @param scheme such as {@code nio:}; empty for the usual one
   */
  static SettingsFolder open(Path folder, String scheme) {
    DataFolder usable = DataFolder.at(folder, FILE);
    return new SettingsFolder(usable, scheme + usable.file());
  }

  /**
   * What the file has; nothing where it was set aside.
   *
   * @throws StoreException if it is in use, or can neither be understood nor set aside
   */
  SavedSettings read() {
    if (folder.hasEmptyFile()) {
      // The database takes it for a new one, but hardly anybody makes such a file.
      warn("The settings file {0} is empty; the hub starts without saved settings.", folder.file());
    }
    try {
      SavedSettings settings = readAndKeep();
      sealIfOld(settings);
      return settings;
    } catch (MVStoreException failure) {
      return switch (failure.getErrorCode()) {
        case DataUtils.ERROR_FILE_LOCKED -> throw new StoreInUseException(folder.path());
        case DataUtils.ERROR_WRITING_FAILED -> readUnwritable(failure);
        default -> readWithout(failure);
      };
    } catch (IOException
        | RuntimeException
        | OutOfMemoryError
        | StackOverflowError
        | AssertionError broken) {
      // The database does not expect what damage can do: it may ask for any amount of memory, and
      // where assertions are on, they fail.
      return readWithout(broken);
    }
  }

  private SavedSettings readAndKeep() throws IOException {
    SettingsFile opened = SettingsFile.open(name);
    try {
      SavedSettings settings = opened.read();
      file = opened;
      return settings;
    } finally {
      if (file == null) {
        opened.abandon();
      }
    }
  }

  private void sealIfOld(SavedSettings settings) {
    if (file == null || file.isSealed() || file.isReadOnly()) {
      return;
    }
    try {
      write(settings);
    } catch (RuntimeException failure) {
      warn("The settings file {0} can''t be written: {1}", folder.file(), failure.getMessage());
    }
  }

  /** For a disk that is full: what is there can be read all the same. */
  private SavedSettings readUnwritable(MVStoreException failure) {
    warn("The settings file {0} can''t be written: {1}", folder.file(), failure.getMessage());
    if (!Files.exists(folder.file()) || folder.hasEmptyFile()) {
      return SavedSettings.NONE;
    }
    try (SettingsFile opened = SettingsFile.openReadOnly(name)) {
      return opened.read();
    } catch (IOException | RuntimeException broken) {
      warn("Nor can it be read ({0}); the hub starts without saved settings.", broken.getMessage());
      return SavedSettings.NONE;
    }
  }

  private SavedSettings readWithout(Throwable broken) {
    warn(
        "The settings file is broken ({0}); it is now {1}, and the hub starts without saved"
            + " settings.",
        broken.getMessage(), folder.setAside());
    try {
      return readAndKeep();
    } catch (IOException | MVStoreException failure) {
      throw new UnusableStoreException(
          "The settings file " + folder.file() + " can't be made: " + failure.getMessage());
    }
  }

  /**
   * Makes {@code settings} what is kept. A file that turns out to be broken is set aside, and all
   * of them are written into a new one.
   *
   * @throws RuntimeException if it can't be written; the next call tries anew
   */
  void write(SavedSettings settings) {
    SortedMap<String, byte[]> entries = SettingsCode.encode(settings);
    try {
      writeAndProve(entries, settings);
    } catch (IOException | RuntimeException | StackOverflowError | AssertionError failure) {
      if (failure instanceof RuntimeException passing && Failure.mayPass(failure)) {
        throw passing;
      }
      writeAnew(entries, failure);
      written = settings;
    }
  }

  /**
   * The database keeps books about its pages, and damage in them shows only when the file is opened
   * after a write. So that is tried after the first write of a run, and when the run ends; at the
   * next start it would be too late, as the settings are gone from memory by then.
   */
  private void writeAndProve(SortedMap<String, byte[]> entries, SavedSettings settings)
      throws IOException {
    writeOnce(entries);
    if (written == null) {
      Objects.requireNonNull(file).close();
      file = null;
      requireKept(readAndKeep(), settings);
    }
    written = settings;
  }

  private static void requireKept(SavedSettings there, SavedSettings settings) throws IOException {
    if (!there.equals(settings)) {
      throw new IOException("it does not keep what is written");
    }
  }

  private void writeAnew(SortedMap<String, byte[]> entries, Throwable broken) {
    letGo();
    Path aside = folder.setAside();
    try {
      writeOnce(entries);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    warn(
        "The settings file is broken and can''t be written ({0}); it is now {1}, and all settings"
            + " are in a new one.",
        broken.getMessage(), aside);
  }

  private void writeOnce(SortedMap<String, byte[]> entries) throws IOException {
    if (file == null) {
      readAndKeep();
    }
    SettingsFile open = Objects.requireNonNull(file);
    boolean done = false;
    try {
      if (open.isReadOnly()) {
        throw new UnusableStoreException(folder.file() + " is read-only");
      }
      open.write(entries);
      done = true;
    } finally {
      if (!done) {
        letGo();
      }
    }
  }

  private void letGo() {
    SettingsFile open = file;
    file = null;
    if (open != null) {
      open.abandon();
    }
  }

  private static void warn(String sentence, @Nullable Object... parts) {
    LOG.log(System.Logger.Level.WARNING, sentence, parts);
  }

  /** Lets go of the file. What was written is safe whether or not that goes well. */
  @Override
  public void close() {
    SettingsFile open = file;
    if (open == null) {
      return;
    }
    try {
      open.close();
      file = null;
      prove();
    } catch (IOException | RuntimeException | StackOverflowError | AssertionError failure) {
      warn("closing the settings file: {0}", failure.getMessage());
      letGo();
      rescue(failure);
    }
  }

  private void prove() throws IOException {
    if (written != null) {
      try (SettingsFile closed = SettingsFile.openReadOnly(name)) {
        requireKept(closed.read(), written);
      }
    }
  }

  private void rescue(Throwable broken) {
    if (written == null || Failure.mayPass(broken)) {
      return;
    }
    try {
      writeAnew(SettingsCode.encode(written), broken);
    } catch (RuntimeException failure) {
      warn("The settings could not be saved: {0}", failure.getMessage());
    }
    letGo();
  }
}
