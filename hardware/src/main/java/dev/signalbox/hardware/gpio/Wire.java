package dev.signalbox.hardware.gpio;

import java.util.List;

/**
 * One line that is looked for anew each time that it is wanted, because chips come and go. Thread:
 * any.
 */
public record Wire(GpioChips chips, LineAddress address) {
  /** Room for the edges of a contact that bounces while nobody has time to read. */
  private static final int EVENT_BUFFER = 128;

  /**
   * Takes the line for use, as the first and only one of its request.
   *
   * @throws dev.signalbox.core.engine.DriverFault if it can't be had
   */
  public Lines request(String consumer, LineConfig config) {
    LinePlace place = chips.find(address);
    try (GpioChip chip = GpioChip.open(chips.kernel(), place.chip())) {
      return chip.request(
          new LinesRequest(consumer, List.of(place.offset()), List.of(config), EVENT_BUFFER));
    }
  }
}
