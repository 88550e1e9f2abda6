package dev.signalbox.acceptance;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

/** The file in which a hub keeps its settings, watched from outside. */
record SavedFile(Path folder) {
  private static final String NAME = "signalbox.mv";
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

  /**
   * Waits until a text is in the file. The hub writes what is new in one go, so the text of the
   * latest change stands for all before it.
   */
  void awaitText(String text) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, ENTRY_CREATE, ENTRY_MODIFY);
      while (!holds(text)) {
        WatchKey key = watch.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (key == null) {
          throw new AssertionError(text + " was not saved");
        }
        key.pollEvents();
        key.reset();
      }
    }
  }

  private boolean holds(String text) throws IOException {
    Path file = folder.resolve(NAME);
    return Files.exists(file)
        && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
  }
}
