package dev.signalbox.store;

import dev.signalbox.core.engine.BoardSpec;
import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.core.stream.ChangeStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings that people made while the hub ran, in the file {@code signalbox.mv} of a data
 * folder.
 *
 * <p>Used in this order: {@link #open}, {@link #saved}, {@link #follow}, {@link #close}, by one
 * thread.
 */
public final class SettingsStore implements AutoCloseable {
  private final SettingsFolder folder;
  private final SavedSettings saved;
  private @Nullable SaverThread thread;

  private SettingsStore(SettingsFolder folder) {
    this.folder = folder;
    this.saved = folder.read();
  }

  /**
   * Opens the store, and makes the folder where it is missing. A file that can't be understood, or
   * lacks what it had, is set aside, with a warning, and the store begins empty.
   *
   * @throws StoreException if the folder or the file can't be used, or another hub has it open
   */
  public static SettingsStore open(Path folder) {
    return new SettingsStore(SettingsFolder.open(folder));
  }

  /** What was saved when the store was opened. */
  public SavedSettings saved() {
    return saved;
  }

  /**
   * Saves from now on what people change, on a thread of its own. Call once.
   *
   * @param specs the boards as they are configured
   */
  public void follow(ChangeStream stream, List<BoardSpec> specs) {
    thread = SaverThread.start(stream, new KeptSettings(specs), saved, folder::write);
  }

  /** Saves what is not saved yet, and closes the file. Takes about a second at most. */
  @Override
  public void close() {
    if (thread == null || thread.stop()) {
      folder.close();
    }
  }
}
