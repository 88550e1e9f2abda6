package dev.signalbox.hardware.pwm;

import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.gpio.Lines;
import dev.signalbox.hardware.gpio.OutputSettings;
import dev.signalbox.hardware.gpio.Wire;

/** Where the lines of a bank come from. */
@FunctionalInterface
public interface LinesSource {
  /**
   * Requests all lines of the bank together, as outputs. Called again a second after that failed,
   * and a second after the lines were lost. Thread: {@code soft-pwm}; blocks no longer than a
   * request to the kernel takes.
   *
   * @param first what each line is to be from the start, by its index in the request; with the
   *     request, so that nothing flickers
   * @throws DriverFault if they can't be had
   */
  Lines request(long first);

  /** One output, looked for anew each time, because chips come and go. */
  static LinesSource ofLine(GpioChips chips, LineAddress line, OutputSettings settings) {
    Wire wire = new Wire(chips, line);
    return first -> wire.request(settings.consumer(), settings.config((first & 1) != 0));
  }
}
