package dev.signalbox.boards.ports;

/** A line without hardware: it does what it is told. Thread: any. */
public final class SimulatedInput implements DigitalInput {
  private volatile Listener listener = (_, _) -> {};

  /** A line that is not active. */
  public SimulatedInput() {}

  @Override
  public boolean isSimulated() {
    return true;
  }

  @Override
  public void watch(Listener other) {
    listener = other;
  }

  /** Has the line go to {@code active} at {@code nanos} of the monotonic clock. */
  public void drive(boolean active, long nanos) {
    listener.edge(active, nanos);
  }

  @Override
  public void close() {
    listener = (_, _) -> {};
  }
}
