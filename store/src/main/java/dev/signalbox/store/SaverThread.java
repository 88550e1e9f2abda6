package dev.signalbox.store;

import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.core.stream.ChangeStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The thread {@code settings-saver}: steps a saver whenever it is due. */
final class SaverThread {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(1);

  private final ChangeStream stream;
  private final SettingsSaver saver;
  private final Thread thread;
  private final Runnable wakeUp = this::wake;
  private volatile boolean stopping;

  private SaverThread(ChangeStream stream, SettingsSaver saver) {
    this.stream = stream;
    this.saver = saver;
    this.thread = Thread.ofPlatform().name("settings-saver").daemon().unstarted(this::run);
  }

  static SaverThread start(
      ChangeStream stream, KeptSettings kept, SavedSettings saved, Consumer<SavedSettings> writer) {
    SettingsSaver saver =
        new SettingsSaver(kept, stream.cursor(), saved, writer, System.nanoTime());
    SaverThread started = new SaverThread(stream, saver);
    stream.listen(started.wakeUp);
    started.thread.start();
    return started;
  }

  private void wake() {
    if (saver.wake()) {
      LockSupport.unpark(thread);
    }
  }

  private void run() {
    while (!stopping) {
      long due = saver.step(System.nanoTime());
      if (stopping) {
        break;
      }
      if (due == SettingsSaver.NEVER) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, due - System.nanoTime());
      }
    }
    saver.finish(System.nanoTime());
  }

  /**
   * Saves what is not saved yet, and ends. Thread: any other.
   *
   * @return whether it ended; where the disk hangs, it is not waited for
   */
  boolean stop() {
    stream.forget(wakeUp);
    stopping = true;
    LockSupport.unpark(thread);
    try {
      return thread.join(LONGEST_STOP);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
