package dev.signalbox.boards.host;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The disk that holds the data folder. */
final class Disk implements Gauge {
  private final Path folder;

  /**
   * @param folder where it is not there yet, the nearest folder above counts
   */
  Disk(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  @Override
  public void read(Readings readings) {
    try {
      FileStore disk = Files.getFileStore(existing());
      long total = disk.getTotalSpace();
      long free = disk.getUnallocatedSpace();
      if (total > 0 && free >= 0 && free <= total) {
        readings.mebibytes("disk-used", "Disk used", total - free);
        readings.mebibytes("disk-total", "Disk", total);
      }
    } catch (IOException _) {
      // A disk that can't be asked is absent.
    }
  }

  private Path existing() throws IOException {
    for (@Nullable Path path = folder; path != null; path = path.getParent()) {
      if (Files.exists(path)) {
        return path;
      }
    }
    throw new IOException("nothing of " + folder + " is there");
  }
}
