package dev.signalbox.hardware.gpio;

import dev.signalbox.boards.ports.DigitalOutput;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.FaultBell;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An output on a line of a chip. The line is requested with the first value that is set, so that it
 * never has another. One that vanished is asked for again with the value that it should have.
 * Thread: any.
 */
public final class GpioOutput implements DigitalOutput {
  private static final long LINE = 1;

  private final Wire wire;
  private final OutputSettings settings;

  // Any thread.
  private final FaultBell bell = new FaultBell();

  // Guarded by this.
  private @Nullable Lines lines;
  private boolean wanted;
  private boolean used;
  private boolean closed;

  /** An output; {@link GpioPorts} makes them. */
  GpioOutput(Wire wire, OutputSettings settings) {
    this.wire = wire;
    this.settings = settings;
  }

  @Override
  public synchronized void set(boolean active) {
    if (closed) {
      return;
    }
    wanted = active;
    used = true;
    try {
      bring();
    } catch (DriverFault gone) {
      failed(gone);
      throw gone;
    }
  }

  private void bring() {
    if (lines == null) {
      lines = wire.request(settings.consumer(), config());
    } else {
      lines.set(LINE, wanted ? LINE : 0);
    }
    bell.rest();
  }

  private LineConfig config() {
    return new LineConfig.Output(settings.drive(), settings.bias(), wanted, settings.activeLow());
  }

  /** Gives back what is left of the line, and tells of it. */
  private void failed(DriverFault fault) {
    Lines gone = lines;
    lines = null;
    if (gone != null) {
      gone.close();
    }
    bell.ring(String.valueOf(fault.getMessage()));
  }

  /**
   * Looks whether the line is still there, and asks for it again if it is not. Does nothing before
   * the first {@link #set}.
   *
   * @return whether there is anything left to look after
   */
  synchronized boolean check() {
    if (used && !closed) {
      try {
        look();
      } catch (DriverFault gone) {
        failed(gone);
      }
    }
    return !closed;
  }

  private void look() {
    if (lines == null) {
      bring();
    } else {
      lines.get(LINE);
    }
  }

  @Override
  public void onFaultChange(Runnable told) {
    bell.onFaultChange(told);
  }

  @Override
  public Optional<String> fault() {
    return bell.fault();
  }

  @Override
  public synchronized void close() {
    closed = true;
    try (Lines open = lines) {
      lines = null;
      if (open != null && settings.atTheEnd() == AtTheEnd.OFF) {
        open.set(LINE, 0);
      }
    }
  }
}
