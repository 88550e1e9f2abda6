package dev.signalbox.boards.ports;

/** A line that remembers how it was switched. Thread: the engine's switches, any reads. */
public final class SimulatedOutput implements DigitalOutput {
  private volatile boolean active;

  /** A line that is off. */
  public SimulatedOutput() {}

  @Override
  public void set(boolean other) {
    active = other;
  }

  /** Whether the line is on. */
  public boolean isActive() {
    return active;
  }
}
