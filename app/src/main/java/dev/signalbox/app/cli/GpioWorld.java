package dev.signalbox.app.cli;

import dev.signalbox.hardware.gpio.GpioChips;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * What the commands for GPIO work with.
 *
 * @param chips the chips there are
 * @param stop begins to listen for requests to stop; what it returns waits for one, and returns the
 *     exit code
 */
record GpioWorld(Supplier<GpioChips> chips, Supplier<IntSupplier> stop) {}
