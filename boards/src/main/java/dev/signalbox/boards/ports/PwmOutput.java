package dev.signalbox.boards.ports;

/** A line that is dimmed by its duty cycle. */
@FunctionalInterface
public interface PwmOutput extends Port {
  /**
   * Sets the duty cycle. Never blocks. Thread: the engine's.
   *
   * @param percent 0 (dark) to 100
   * @throws dev.signalbox.core.engine.DriverFault if the line can't be set
   */
  void set(int percent);

  /** Lets go of the line. Thread: any. */
  @Override
  default void close() {}
}
