package dev.signalbox.boards;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was last written to a port, so that only what differs is written. Owned by the engine's
 * thread.
 */
final class PortValue<T> {
  private final Consumer<T> port;
  private @Nullable T written;

  PortValue(Consumer<T> port) {
    this.port = port;
  }

  /** Writes {@code value} unless the port has it. What a port has after a fault is unknown. */
  void write(T value) {
    if (!value.equals(written)) {
      written = null;
      port.accept(value);
      written = value;
    }
  }

  /** The port may have lost what it has, so the next value is written whatever it is. */
  void forget() {
    written = null;
  }
}
