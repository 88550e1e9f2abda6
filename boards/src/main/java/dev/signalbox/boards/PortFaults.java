package dev.signalbox.boards;

import dev.signalbox.boards.ports.Port;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.engine.Reports;
import java.util.List;

/**
 * What the ports of a board find wrong between calls. Owned by the engine's thread, but for what
 * the ports tell.
 */
final class PortFaults {
  // Any thread.
  private volatile boolean told;

  // The engine's thread.
  private final List<Port> ports;
  private long past = Driver.NEVER;

  PortFaults(Port... ports) {
    this.ports = List.of(ports);
  }

  /** From now on the engine is woken when a port finds a fault. */
  void follow(Reports reports, Moment now) {
    past = now.nanos();
    for (Port port : ports) {
      port.onFault(() -> {
        told = true;
        reports.offer(List.of());
      });
    }
  }

  /** When {@link #check} is due: at once if a port told of a fault; or {@link Driver#NEVER}. */
  long due() {
    return told ? past : Driver.NEVER;
  }

  /**
   * Looks at the ports.
   *
   * @throws DriverFault if something is wrong with one
   */
  void check() {
    told = false;
    for (Port port : ports) {
      port.fault()
          .ifPresent(reason -> {
            throw new DriverFault(reason);
          });
    }
  }
}
