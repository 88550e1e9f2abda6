package dev.signalbox.boards;

import dev.signalbox.boards.ports.Port;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.core.engine.Moment;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was last written to a port, so that only what differs is written. A write that the port
 * refuses is noted instead of thrown, and nothing is written before a second has passed. Owned by
 * the engine's thread.
 */
final class PortValue<T> {
  private static final long HOLD_OFF_MS = 1_000;

  private final Port port;
  private final Consumer<T> setter;
  private final Runnable refusalChanged;
  private @Nullable T written;
  private Optional<String> refusal = Optional.empty();
  private long heldOffUntil = Driver.NEVER;

  /**
   * @param setter writes to {@code port}
   * @param refusalChanged is run when a write is refused, and when one goes well again
   */
  PortValue(Port port, Consumer<T> setter, Runnable refusalChanged) {
    this.port = port;
    this.setter = setter;
    this.refusalChanged = refusalChanged;
  }

  /** Writes {@code value} unless the port has it, or refused a write less than a second ago. */
  void write(T value, Moment now) {
    boolean heldOff = heldOffUntil != Driver.NEVER && !now.isPast(heldOffUntil);
    if (heldOff || value.equals(written)) {
      return;
    }
    written = null;
    try {
      setter.accept(value);
      written = value;
      heldOffUntil = Driver.NEVER;
      became(Optional.empty());
    } catch (DriverFault fault) {
      heldOffUntil = now.nanosIn(HOLD_OFF_MS);
      became(Optional.of(String.valueOf(fault.getMessage())));
    }
  }

  private void became(Optional<String> other) {
    if (!other.equals(refusal)) {
      refusal = other;
      refusalChanged.run();
    }
  }

  /**
   * The port may have lost what it has, so the next value is written whatever it is; at once, if
   * the port is well.
   */
  void forget() {
    written = null;
    if (port.fault().isEmpty()) {
      heldOffUntil = Driver.NEVER;
    }
  }

  /** When to write again what was refused; or {@link Driver#NEVER}. */
  long due() {
    return heldOffUntil;
  }

  /** What the port says is wrong, or else why it refused the last write. */
  Optional<String> fault() {
    Optional<String> found = port.fault();
    return found.isPresent() ? found : refusal;
  }
}
