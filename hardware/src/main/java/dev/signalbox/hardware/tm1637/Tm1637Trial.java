package dev.signalbox.hardware.tm1637;

import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineAddress;
import java.util.Optional;

/**
 * A display that is written to by whoever calls, at once, to find out whether it works. For a board
 * there is {@link Tm1637Display}. Owned by one thread, a platform thread: every call blocks for as
 * long as the bits take, up to a second at the longest bit time.
 */
public final class Tm1637Trial implements AutoCloseable {
  private final Refresher refresher;
  private Optional<String> fault = Optional.empty();

  private Tm1637Trial(
      GpioChips chips, LineAddress clk, LineAddress dio, Tm1637Settings settings, Waits waits) {
    refresher =
        new Refresher(
            "CLK " + clk + ", DIO " + dio,
            () -> Wires.request(chips, clk, dio, settings),
            waits,
            settings,
            now -> fault = now);
  }

  /**
   * Takes the lines, both high from the first moment on.
   *
   * @param clk its clock line
   * @param dio its data line, of the same chip
   * @throws DriverFault if they can't be had
   */
  public static Tm1637Trial open(
      GpioChips chips, LineAddress clk, LineAddress dio, Tm1637Settings settings) {
    return open(chips, clk, dio, settings, Waits.PRECISE);
  }

  static Tm1637Trial open(
      GpioChips chips, LineAddress clk, LineAddress dio, Tm1637Settings settings, Waits waits) {
    Tm1637Trial trial = new Tm1637Trial(chips, clk, dio, settings, waits);
    var _ = trial.refresher.turn(null, System.nanoTime());
    trial.fault.ifPresent(reason -> {
      throw new DriverFault(reason);
    });
    return trial;
  }

  /**
   * Writes what differs from the face before; all of it after a fault, and once a second. Lines
   * that failed are asked for again.
   *
   * @return what is wrong, if anything is: a byte was not acknowledged, or the lines failed
   */
  public Optional<String> show(Face face) {
    var _ = refresher.turn(face, System.nanoTime());
    return fault;
  }

  /** Leaves the digits as the settings say, and lets go of the lines. */
  @Override
  public void close() {
    refresher.end();
  }
}
