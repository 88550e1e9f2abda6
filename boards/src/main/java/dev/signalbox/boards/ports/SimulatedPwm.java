package dev.signalbox.boards.ports;

/** A dimmed line that remembers its duty cycle. Thread: the engine's sets, any reads. */
public final class SimulatedPwm implements PwmOutput {
  private volatile int percent;

  /** A line that is dark. */
  public SimulatedPwm() {}

  @Override
  public void set(int other) {
    percent = other;
  }

  /** The duty cycle, 0 (dark) to 100. */
  public int percent() {
    return percent;
  }
}
