package dev.signalbox.boards.ports;

/** A contact: active or not. It says what the line does, bounces and all. */
public interface DigitalInput extends Port {
  /** Who is told what the line does. */
  @FunctionalInterface
  interface Listener {
    /**
     * The line is now {@code active}, or not. Returns at once. Thread: any, one at a time.
     *
     * @param nanos when that began, on the monotonic clock of {@link System#nanoTime()}
     */
    void edge(boolean active, long nanos);
  }

  /** Whether there is no hardware, so that people may press it on a page. */
  boolean isSimulated();

  /**
   * Begins to tell {@code listener}, first of all how the line is if it is active. Called once;
   * again only if it threw. Never blocks. Thread: the engine's.
   *
   * @throws dev.signalbox.core.engine.DriverFault if the line can't be watched
   */
  void watch(Listener listener);

  /** Ends what {@link #watch} began. Thread: any. */
  @Override
  default void close() {}
}
