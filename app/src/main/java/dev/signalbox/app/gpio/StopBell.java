package dev.signalbox.app.gpio;

import dev.signalbox.hardware.kernel.Kernel;

/** Ends a wait for edges when somebody wants the program to stop. Thread: any. */
public final class StopBell implements AutoCloseable {
  private final Kernel kernel;
  private final int descriptor;

  // Guarded by this: once it is closed, its number may be something else's.
  private boolean rung;
  private boolean closed;

  /**
   * A bell that has not rung.
   *
   * @throws dev.signalbox.core.engine.DriverFault if the kernel gives none
   */
  public StopBell(Kernel kernel) {
    this.kernel = kernel;
    descriptor = kernel.bell();
  }

  int descriptor() {
    return descriptor;
  }

  /** Rings, for good. */
  public synchronized void ring() {
    rung = true;
    if (!closed) {
      kernel.ring(descriptor);
    }
  }

  synchronized boolean isRung() {
    return rung;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      kernel.close(descriptor);
    }
  }
}
