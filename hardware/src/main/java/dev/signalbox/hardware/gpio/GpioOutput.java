package dev.signalbox.hardware.gpio;

import dev.signalbox.boards.ports.DigitalOutput;
import dev.signalbox.core.engine.DriverFault;
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
  private volatile Runnable told = () -> {};
  private volatile @Nullable String fault;

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
      letGo();
      throw gone;
    }
  }

  private void bring() {
    if (lines == null) {
      lines = wire.request(settings.consumer(), config());
    } else {
      lines.set(LINE, wanted ? LINE : 0);
    }
    fault = null;
  }

  private LineConfig config() {
    return new LineConfig.Output(settings.drive(), settings.bias(), wanted, settings.activeLow());
  }

  /** Gives back what is left of a line that failed. */
  private void letGo() {
    Lines gone = lines;
    lines = null;
    if (gone != null) {
      gone.close();
    }
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
        letGo();
        boolean news = fault == null;
        fault = gone.getMessage();
        if (news) {
          told.run();
        }
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
  public void onFault(Runnable run) {
    told = run;
  }

  @Override
  public Optional<String> fault() {
    return Optional.ofNullable(fault);
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
