package dev.signalbox.store;

import dev.signalbox.core.model.SavedSettings;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private final Path folder;
  private final String scheme;
  private @Nullable SettingsFile file;

  private SettingsFolder(Path folder, String scheme) {
    this.folder = folder;
    this.scheme = scheme;
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
    SettingsFolder opened = new SettingsFolder(folder.toAbsolutePath().normalize(), scheme);
    opened.makeUsable();
    return opened;
  }

  private void makeUsable() {
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UnusableStoreException(
          "The data folder " + folder + " can't be made: " + reason(failure) + ".");
    }
    if (!Files.isWritable(folder)) {
      throw new UnusableStoreException("The data folder " + folder + " can't be written.");
    }
    if (Files.exists(path()) && !Files.isReadable(path())) {
      throw new UnusableStoreException("The settings file " + path() + " can't be read.");
    }
  }

  private static String reason(IOException failure) {
    return failure instanceof FileSystemException named && named.getReason() != null
        ? named.getReason()
        : failure.getClass().getSimpleName();
  }

  /**
   * What the file has; nothing where it was set aside.
   *
   * @throws StoreException if it is in use, or can neither be understood nor set aside
   */
  SavedSettings read() {
    try {
      return readAndKeep();
    } catch (MVStoreException failure) {
      return switch (failure.getErrorCode()) {
        case DataUtils.ERROR_FILE_LOCKED -> throw new StoreInUseException(folder);
        case DataUtils.ERROR_WRITING_FAILED -> readUnwritable(failure);
        default -> setAside(failure);
      };
    } catch (IOException | RuntimeException | OutOfMemoryError broken) {
      return setAside(broken);
    }
  }

  private SavedSettings readAndKeep() throws IOException {
    SettingsFile opened = SettingsFile.open(scheme + path());
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

  /** For a disk that is full: what is there can be read all the same. */
  private SavedSettings readUnwritable(MVStoreException failure) {
    LOG.log(
        System.Logger.Level.WARNING,
        "The settings file {0} can''t be written: {1}",
        path(),
        failure.getMessage());
    try (SettingsFile opened = SettingsFile.openReadOnly(scheme + path())) {
      return opened.read();
    } catch (IOException | RuntimeException _) {
      return SavedSettings.NONE;
    }
  }

  private SavedSettings setAside(Throwable broken) {
    Path aside = folder.resolve(FILE + ".broken-1");
    for (int n = 2; Files.exists(aside); n++) {
      aside = folder.resolve(FILE + ".broken-" + n);
    }
    try {
      Files.move(path(), aside);
    } catch (IOException failure) {
      throw new UnusableStoreException(
          "The settings file "
              + path()
              + " is broken and can't be set aside: "
              + reason(failure)
              + ".");
    }
    LOG.log(
        System.Logger.Level.WARNING,
        "The settings file is broken ({0}); it is now {1}, and the hub starts without saved"
            + " settings.",
        broken.getMessage(),
        aside);
    return readAnew();
  }

  private SavedSettings readAnew() {
    try {
      return readAndKeep();
    } catch (IOException | MVStoreException failure) {
      throw new UnusableStoreException(
          "The settings file " + path() + " can't be made: " + failure.getMessage());
    }
  }

  /**
   * Makes {@code settings} what is kept.
   *
   * @throws RuntimeException if it can't be written; the next call tries anew
   */
  void write(SavedSettings settings) {
    SettingsFile open = file != null ? file : SettingsFile.open(scheme + path());
    file = open;
    try {
      if (open.isReadOnly()) {
        throw new UnusableStoreException(path() + " is read-only");
      }
      open.write(settings);
    } catch (RuntimeException failure) {
      file = null;
      open.abandon();
      throw failure;
    }
  }

  private Path path() {
    return folder.resolve(FILE);
  }

  /** Lets go of the file. What was written is safe whether or not that goes well. */
  @Override
  public void close() {
    SettingsFile open = file;
    if (open == null) {
      return;
    }
    file = null;
    try {
      open.close();
    } catch (RuntimeException failure) {
      LOG.log(System.Logger.Level.WARNING, "closing the settings file: {0}", failure.getMessage());
      open.abandon();
    }
  }
}
