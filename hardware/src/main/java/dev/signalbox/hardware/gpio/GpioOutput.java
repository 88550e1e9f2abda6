package dev.signalbox.hardware.gpio;

import dev.signalbox.boards.ports.DigitalOutput;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.FaultBell;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * An output on a line of a chip. The line is requested with the first value that is set, so that it
 * never has another. One that can't be had, or vanished, is the output's {@link #fault()}, and is
 * asked for again by {@link #check} with the value that it should have.
 *
 * <p>A {@link #set} waits for nobody: what it finds another thread at work with, that thread does
 * once it is done. Thread: any.
 */
public final class GpioOutput implements DigitalOutput {
  private static final long LINE = 1;

  private final Wire wire;
  private final OutputSettings settings;

  // Any thread.
  private final FaultBell bell = new FaultBell();
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean wanted;

  // Changed under the lock, read by any thread.
  private volatile @Nullable Lines lines;
  private volatile boolean written;
  private volatile boolean asked;
  private volatile boolean closed;

  /** An output; {@link GpioPorts} makes them. */
  GpioOutput(Wire wire, OutputSettings settings) {
    this.wire = wire;
    this.settings = settings;
  }

  @Override
  public void set(boolean active) {
    wanted = active;
    catchUp();
  }

  private void catchUp() {
    while (isBehind() && lock.tryLock()) {
      try {
        bring();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Whether there is something to write; a line that is not there is {@link #check}'s. */
  private boolean isBehind() {
    return !closed && (!asked || (lines != null && written != wanted));
  }

  private void bring() {
    if (closed) {
      return;
    }
    asked = true;
    boolean value = wanted;
    try {
      Lines have = lines;
      if (have == null) {
        lines = wire.request(settings.consumer(), settings.config(value));
      } else {
        have.set(LINE, value ? LINE : 0);
      }
      written = value;
      bell.rest();
    } catch (DriverFault gone) {
      failed(gone);
    }
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
   * the first {@link #set}. May block.
   *
   * @return whether there is anything left to look after
   */
  boolean check() {
    lock.lock();
    try {
      if (asked && !closed) {
        look();
      }
    } finally {
      lock.unlock();
    }
    if (asked) {
      // With what was set meanwhile.
      catchUp();
    }
    return !closed;
  }

  private void look() {
    Lines have = lines;
    if (have == null) {
      bring();
      return;
    }
    try {
      have.get(LINE);
    } catch (DriverFault gone) {
      failed(gone);
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

  /** Leaves the line as the settings say, and lets go of it. May wait for a {@link #check}. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      end();
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    try (Lines open = lines) {
      lines = null;
      if (open != null && settings.atTheEnd() == AtTheEnd.OFF) {
        open.set(LINE, 0);
      }
    }
  }
}
