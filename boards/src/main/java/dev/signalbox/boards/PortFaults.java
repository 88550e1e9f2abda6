package dev.signalbox.boards;

import dev.signalbox.boards.ports.Port;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.engine.Reports;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is wrong with the ports of a board, and what is reported of it. Owned by the engine's
 * thread, but for what the ports tell.
 *
 * <p>A fault is reported and not thrown, because a driver that throws is held off, and with it
 * whatever is well. A step of a driver therefore calls {@link #look()} first, then writes what it
 * has to, and returns {@link #reportsAnd}.
 *
 * <p>What a port has after a fault is unknown, and ports often share a chip. So whenever a port
 * tells that a fault came, changed or went, every value of the board is written anew.
 */
final class PortFaults {
  // Any thread.
  private volatile boolean told;

  // The engine's thread.
  private final List<Port> ports = new ArrayList<>();
  private final List<PortValue<?>> values = new ArrayList<>();
  private final List<Supplier<Optional<String>>> faults = new ArrayList<>();
  private boolean refusalChanged;
  private long past = Driver.NEVER;

  /** Looks after a port that nothing is written to. */
  void add(Port port) {
    ports.add(port);
    faults.add(port::fault);
  }

  /** Looks after a port, and after what is written to it. */
  <T> PortValue<T> add(Port port, Consumer<T> setter) {
    PortValue<T> value = new PortValue<>(port, setter, () -> refusalChanged = true);
    ports.add(port);
    values.add(value);
    faults.add(value::fault);
    return value;
  }

  /** From now on the engine is woken when a port tells of a fault, or that it is gone. */
  void follow(Reports reports, Moment now) {
    past = now.nanos();
    for (Port port : ports) {
      port.onFaultChange(() -> {
        told = true;
        reports.offer(List.of());
      });
    }
  }

  /**
   * When a step is due: at once if there may be something to report, a second after a write was
   * refused; or {@link Driver#NEVER}.
   */
  long due() {
    if (told || refusalChanged) {
      return past;
    }
    long due = Driver.NEVER;
    for (PortValue<?> value : values) {
      due = Math.min(due, value.due());
    }
    return due;
  }

  /** Forgets what was written if a port told of another fault, or of none. */
  void look() {
    if (told) {
      told = false;
      values.forEach(PortValue::forget);
    }
  }

  /**
   * What is to be reported, which is something only if {@code board} does not say so already; and
   * then {@code others}. Of several faults it is that of the port that was added first.
   */
  List<Report> reportsAnd(List<Report> others, BoardState board) {
    refusalChanged = false;
    return report(board.info().link(), reason())
        .map(report -> Stream.concat(Stream.of(report), others.stream()).toList())
        .orElse(others);
  }

  private Optional<String> reason() {
    for (Supplier<Optional<String>> fault : faults) {
      Optional<String> found = fault.get();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Report> report(Link link, Optional<String> reason) {
    return switch (link) {
      case Link.Online _ -> reason.map(Report.LinkLost::new);
      case Link.Offline _ when reason.isEmpty() -> Optional.of(new Report.LinkRestored());
      case Link.Offline(long _, String said) ->
          reason.filter(other -> !other.equals(said)).map(Report.LinkLost::new);
    };
  }
}
