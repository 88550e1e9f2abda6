package dev.signalbox.boards.ports;

/**
 * A row of seven-segment digits. One that finds a fault between calls keeps what it was last told
 * to show, and shows it once the fault is gone.
 */
@FunctionalInterface
public interface SegmentDisplay extends Port {
  /**
   * Shows {@code text}. Never blocks. Thread: the engine's.
   *
   * @param text one character for each digit: 0 to 9, minus or space
   * @param on whether the digits are lit at all
   * @param brightness 0 (dimmest) to 7
   * @throws dev.signalbox.core.engine.DriverFault if the display can't be reached
   */
  void show(String text, boolean on, int brightness);

  /** Lets go of the display. Thread: any. */
  @Override
  default void close() {}
}
