package dev.signalbox.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of a hub's data, and where in it the settings are.
 *
 * @param path absolute
 * @param file the settings file, there or not
 */
record DataFolder(Path path, Path file) {
  /**
   * The folder at {@code path}, which is made where it is missing.
   *
   * @throws UnusableStoreException if it, or what is in it, can't be used
   */
  static DataFolder at(Path path, String file) {
    Path whole = path.toAbsolutePath().normalize();
    DataFolder folder = new DataFolder(whole, whole.resolve(file));
    folder.makeUsable();
    return folder;
  }

  private void makeUsable() {
    try {
      Files.createDirectories(path);
    } catch (IOException failure) {
      throw new UnusableStoreException(
          "The data folder " + path + " can't be made: " + reason(failure) + ".");
    }
    if (!Files.isWritable(path)) {
      throw new UnusableStoreException("The data folder " + path + " can't be written.");
    }
    if (Files.exists(file) && !Files.isReadable(file)) {
      throw new UnusableStoreException("The settings file " + file + " can't be read.");
    }
  }

  /** Whether there is a settings file without a single byte. */
  boolean hasEmptyFile() {
    return Files.exists(file) && file.toFile().length() == 0;
  }

  /**
   * Renames the settings file to {@code <name>.broken-1}, or the next free number: what can't be
   * understood is never thrown away.
   *
   * @return what it is now
   * @throws UnusableStoreException if that can't be done
   */
  Path setAside() {
    Path aside = numbered(1);
    for (int n = 2; Files.exists(aside); n++) {
      aside = numbered(n);
    }
    try {
      return Files.move(file, aside);
    } catch (IOException failure) {
      throw new UnusableStoreException(
          "The settings file "
              + file
              + " is broken and can't be set aside: "
              + reason(failure)
              + ".");
    }
  }

  private Path numbered(int n) {
    return path.resolve(file.getFileName() + ".broken-" + n);
  }

  private static String reason(IOException failure) {
    return failure instanceof FileSystemException named && named.getReason() != null
        ? named.getReason()
        : failure.getClass().getSimpleName();
  }
}
