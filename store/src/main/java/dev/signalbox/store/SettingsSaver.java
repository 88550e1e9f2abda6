package dev.signalbox.store;

import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.core.stream.Cursor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Keeps what is saved in step with what is true: looks at what is new at most ten times a second,
 * writes at most once a second, and tries again later where writing fails. Owned by the thread that
 * steps it.
 */
final class SettingsSaver {
  /** A due time that comes only with {@link #wake()}. */
  static final long NEVER = Long.MAX_VALUE;

  private static final System.Logger LOG = System.getLogger(SettingsSaver.class.getName());
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long WRITE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(10);

  // Any thread.
  private final AtomicBoolean news = new AtomicBoolean();

  // The stepping thread.
  private final KeptSettings kept;
  private final Cursor cursor;
  private final Consumer<SavedSettings> writer;
  private SavedSettings saved;
  private boolean differs = true;
  private boolean failing;
  private long lookAt;
  private long writeAt;

  /**
   * @param saved what is saved so far
   * @param writer saves; what it throws is a failure that may pass
   * @param nanos the monotonic clock
   */
  SettingsSaver(
      KeptSettings kept,
      Cursor cursor,
      SavedSettings saved,
      Consumer<SavedSettings> writer,
      long nanos) {
    this.kept = kept;
    this.cursor = cursor;
    this.saved = saved;
    this.writer = writer;
    this.lookAt = nanos;
    this.writeAt = nanos;
  }

  /**
   * Says that there may be something new. Thread: any.
   *
   * @return whether the saver did not know yet
   */
  boolean wake() {
    return !news.getAndSet(true);
  }

  /**
   * Does what is due.
   *
   * @return when the next step is due on the monotonic clock, or {@link #NEVER}
   */
  long step(long nanos) {
    if (news.get() && nanos - lookAt >= 0) {
      news.set(false);
      lookAt = nanos + LOOK_NANOS;
      look();
    }
    if (differs && nanos - writeAt >= 0) {
      write(nanos);
    }
    if (news.get()) {
      return differs && writeAt - lookAt < 0 ? writeAt : lookAt;
    }
    return differs ? writeAt : NEVER;
  }

  /** Saves what is true now, whatever is due. */
  void finish(long nanos) {
    news.set(false);
    look();
    if (differs) {
      write(nanos);
    }
  }

  private void look() {
    differs |=
        cursor
            .advance()
            .map(changes -> changes.stream().anyMatch(KeptSettings::concerns))
            .orElse(true);
  }

  private void write(long nanos) {
    SavedSettings wanted = kept.of(cursor.state(), saved);
    try {
      if (!wanted.equals(saved)) {
        writer.accept(wanted);
      }
      saved = wanted;
      differs = false;
      writeAt = nanos + WRITE_NANOS;
      report(false, "Settings are saved again.");
    } catch (RuntimeException failure) {
      writeAt = nanos + RETRY_NANOS;
      report(
          true,
          "Settings can't be saved, and are lost when the hub stops: " + failure.getMessage());
    }
  }

  private void report(boolean fails, String sentence) {
    if (failing != fails) {
      failing = fails;
      LOG.log(fails ? System.Logger.Level.WARNING : System.Logger.Level.INFO, sentence);
    }
  }
}
