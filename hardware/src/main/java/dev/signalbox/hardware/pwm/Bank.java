package dev.signalbox.hardware.pwm;

import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.hardware.gpio.Lines;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one chip that are dimmed together: requested together, and written together where
 * their edges meet. Lines are bits, counted by their index in the request.
 *
 * <p>A line whose write fails is out, and says so, while the others go on; whether they are there
 * is looked at then, so that a steady one finds out as well. Once all are out, all are requested
 * anew, every second until that goes well. The first request waits for the first wish for each
 * line, so that no line is anything else in between.
 */
final class Bank {
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

  // Any thread.
  private final Wishes wishes;
  private final List<FaultBell> bells;

  // Guarded by the schedule's lock.
  private final LinesSource source;
  private final List<SoftPin> pins;
  private final int steps;
  private final EdgeTable edges;
  private @Nullable Lines lines;
  private long wanted;
  private long live;
  private long retryAt;

  Bank(LinesSource source, List<SoftPin> pins, int steps, long now) {
    this.source = source;
    this.pins = List.copyOf(pins);
    this.steps = steps;
    wishes = new Wishes(pins.size());
    bells = Stream.generate(FaultBell::new).limit(pins.size()).toList();
    edges =
        new EdgeTable(steps, pins.stream().mapToInt(pin -> pin.phase() * steps / 100).toArray());
    wanted = -1L >>> (Long.SIZE - pins.size());
    retryAt = now;
  }

  /** Returns whether that is news. Thread: any; never blocks. */
  boolean set(int line, int percent) {
    return wishes.set(line, (int) pins.get(line).curve().lit(percent, steps));
  }

  /** Thread: any. */
  FaultBell bell(int line) {
    return bells.get(line);
  }

  /** Gets back what is out, if it is time; and returns when to try again, or never. */
  long recover(long now) {
    if (live == wanted || !wishes.areComplete()) {
      return Driver.NEVER;
    }
    if (now - retryAt >= 0) {
      retryAt = now + RETRY_NANOS;
      if (lines == null) {
        request();
      } else {
        probe();
      }
    }
    return live == wanted ? Driver.NEVER : retryAt;
  }

  private void request() {
    try {
      lines = source.request(wishes.steady(steps));
      begin(wanted);
    } catch (DriverFault fault) {
      for (long left = wanted; left != 0; left &= left - 1) {
        bells.get(Long.numberOfTrailingZeros(left)).ring(String.valueOf(fault.getMessage()));
      }
    }
  }

  private void probe() {
    long steady = wishes.steady(steps);
    for (long left = wanted & ~live; left != 0; left &= left - 1) {
      long line = Long.lowestOneBit(left);
      if (written(line, steady & line)) {
        begin(line);
      }
    }
  }

  /** These lines have no edges yet; what is wished for each begins at its start. */
  private void begin(long begun) {
    live |= begun;
    wishes.renew(begun);
    for (long left = begun; left != 0; left &= left - 1) {
      bells.get(Long.numberOfTrailingZeros(left)).rest();
    }
  }

  /** Whether there is anything to write at this step. */
  boolean isBusy(int step) {
    return edges.changing(step) != 0 || news(step) != 0;
  }

  private long news(int step) {
    return wishes.news() & live & edges.starting(step);
  }

  /** Writes what changes at this step. A wish comes true where its line's period starts. */
  void write(int step, long now) {
    long news = news(step);
    wishes.taken(news);
    for (long left = news; left != 0; left &= left - 1) {
      int line = Long.numberOfTrailingZeros(left);
      edges.put(line, wishes.lit(line));
    }
    long changing = news | edges.changing(step);
    if (changing != 0) {
      write(changing, edges.on(step) & changing, now);
    }
  }

  private void write(long changing, long on, long now) {
    try {
      Objects.requireNonNull(lines).set(changing, on);
    } catch (DriverFault _) {
      writeEach(changing, on, now);
    }
  }

  /** Finds out which lines failed, of those that are steady as well. */
  private void writeEach(long changing, long on, long now) {
    for (long left = live; left != 0; left &= left - 1) {
      long line = Long.lowestOneBit(left);
      boolean there = (changing & line) == 0 ? isThere(line) : written(line, on & line);
      if (!there) {
        quit(line);
        retryAt = now + RETRY_NANOS;
      }
    }
    if (live == 0) {
      release();
    }
  }

  /** Writes one line, or rings its bell. */
  private boolean written(long line, long on) {
    return works(line, () -> Objects.requireNonNull(lines).set(line, on));
  }

  /** Reads one line, or rings its bell. */
  private boolean isThere(long line) {
    return works(line, () -> Objects.requireNonNull(lines).get(line));
  }

  private boolean works(long line, Runnable call) {
    try {
      call.run();
      return true;
    } catch (DriverFault fault) {
      bells.get(Long.numberOfTrailingZeros(line)).ring(String.valueOf(fault.getMessage()));
      return false;
    }
  }

  private void quit(long line) {
    edges.put(Long.numberOfTrailingZeros(line), 0);
    live &= ~line;
  }

  private void release() {
    if (lines != null) {
      try {
        lines.close();
      } catch (DriverFault _) {
        // They are gone already.
      }
      lines = null;
    }
  }

  /** Ends a line; with the last one the lines are given back. Returns whether it was the last. */
  boolean close(int line) {
    long bit = 1L << line;
    if ((wanted & bit) != 0) {
      wanted &= ~bit;
      end(line, bit);
    }
    if (wanted == 0) {
      release();
    }
    return wanted == 0;
  }

  /** Ends every line. */
  void close() {
    for (int line = 0; line < pins.size(); line++) {
      close(line);
    }
  }

  private void end(int line, long bit) {
    boolean on = pins.get(line).ending() == AtTheEnd.KEEP && wishes.lit(line) == steps;
    wishes.set(line, on ? steps : 0);
    if ((live & bit) != 0) {
      quit(bit);
      written(bit, on ? bit : 0);
    }
  }
}
