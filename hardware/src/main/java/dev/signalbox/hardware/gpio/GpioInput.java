package dev.signalbox.hardware.gpio;

import dev.signalbox.boards.ports.DigitalInput;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An input on a line of a chip: each edge with the kernel's own time for it. A platform thread,
 * {@code gpio-input-…}, waits for the edges; {@link InputWatch} is its work.
 */
public final class GpioInput implements DigitalInput {
  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private record Watching(Thread thread, int bell) {}

  private final Wire wire;
  private final InputSettings settings;
  private final LongSupplier nanos;

  // Any thread.
  private final InputState state = new InputState();

  // Guarded by this.
  private @Nullable Watching watching;
  private boolean closed;

  /** An input; {@link GpioPorts} makes them. */
  GpioInput(Wire wire, InputSettings settings, LongSupplier nanos) {
    this.wire = wire;
    this.settings = settings;
    this.nanos = nanos;
  }

  @Override
  public boolean isSimulated() {
    return false;
  }

  @Override
  public synchronized void watch(Listener listener) {
    if (closed || watching != null) {
      throw new IllegalStateException("input " + wire.address() + " is watched or closed");
    }
    int bell = wire.chips().kernel().bell();
    InputWatch watch = new InputWatch(wire, settings, state, listener, nanos);
    watch.begin();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("gpio-input-" + wire.address())
            .start(() -> run(watch, bell));
    watching = new Watching(thread, bell);
  }

  private void run(InputWatch watch, int bell) {
    try (watch) {
      while (!state.isClosed()) {
        watch.turn(bell);
      }
    } finally {
      if (!state.isClosed()) {
        state.bell().ring("the thread of input " + wire.address() + " ended");
      }
    }
  }

  /** How many edges there were, those included that the kernel had no room for. Thread: any. */
  public long edges() {
    return state.edges();
  }

  /** How many edge storms there were. Thread: any. */
  public long storms() {
    return state.storms();
  }

  @Override
  public void onFaultChange(Runnable told) {
    state.bell().onFaultChange(told);
  }

  @Override
  public Optional<String> fault() {
    return state.bell().fault();
  }

  /** Ends the watch and gives the line back; not by the listener. */
  @Override
  public synchronized void close() {
    closed = true;
    state.close();
    Watching ending = watching;
    watching = null;
    if (ending != null) {
      wire.chips().kernel().ring(ending.bell());
      if (hasEnded(ending.thread())) {
        wire.chips().kernel().close(ending.bell());
      }
    }
  }

  private static boolean hasEnded(Thread thread) {
    try {
      return thread.join(LONGEST_END);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
