package dev.signalbox.boards.ports;

/** A line that is switched on and off. */
@FunctionalInterface
public interface DigitalOutput extends Port {
  /**
   * Switches the line. Never blocks. Thread: the engine's.
   *
   * @throws dev.signalbox.core.engine.DriverFault if the line can't be switched
   */
  void set(boolean active);

  /** Lets go of the line. Thread: any. */
  @Override
  default void close() {}
}
