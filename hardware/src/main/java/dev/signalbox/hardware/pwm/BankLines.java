package dev.signalbox.hardware.pwm;

import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.FaultBell;
import dev.signalbox.hardware.gpio.Lines;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a bank as they were requested, and which of them work. Lines are bits, counted by
 * their index in the request. Guarded by the schedule's lock, but for the bells.
 *
 * <p>A line whose write fails is out, and rings its bell, while the others go on; whether they are
 * there is looked at then, so that a steady one finds out as well. Once all are out, they are given
 * back, to be requested anew.
 */
final class BankLines {
  private final LinesSource source;
  private final List<FaultBell> bells;
  private @Nullable Lines lines;
  private long live;

  /** Lines that are not requested yet. */
  BankLines(LinesSource source, int count) {
    this.source = source;
    bells = Stream.generate(FaultBell::new).limit(count).toList();
  }

  /** Thread: any. */
  FaultBell bell(int line) {
    return bells.get(line);
  }

  /** Those that work. */
  long live() {
    return live;
  }

  /**
   * Tries to get back what is out.
   *
   * @param wanted what is to work
   * @param on what is to be on from the start
   * @return what works again
   */
  long recover(long wanted, long on) {
    long back = lines == null ? request(wanted, on) : probe(wanted & ~live, on);
    live |= back;
    for (long left = back; left != 0; left &= left - 1) {
      bells.get(Long.numberOfTrailingZeros(left)).rest();
    }
    return back;
  }

  private long request(long wanted, long on) {
    try {
      lines = source.request(on);
      return wanted;
    } catch (DriverFault fault) {
      for (long left = wanted; left != 0; left &= left - 1) {
        ring(left, fault);
      }
      return 0;
    }
  }

  private long probe(long out, long on) {
    long back = 0;
    for (long left = out; left != 0; left &= left - 1) {
      long line = Long.lowestOneBit(left);
      back |= isWritten(line, on) ? line : 0;
    }
    return back;
  }

  /**
   * Writes lines that work.
   *
   * @return what turned out not to work any more
   */
  long write(long changing, long on) {
    try {
      Objects.requireNonNull(lines).set(changing, on);
      return 0;
    } catch (DriverFault _) {
      return writeEach(changing, on);
    }
  }

  /**
   * Looks whether the lines that work are still there.
   *
   * @return what turned out not to work any more
   */
  long look() {
    try {
      Objects.requireNonNull(lines).get(live);
      return 0;
    } catch (DriverFault _) {
      return writeEach(0, 0);
    }
  }

  private long writeEach(long changing, long on) {
    long lost = 0;
    for (long left = live; left != 0; left &= left - 1) {
      long line = Long.lowestOneBit(left);
      boolean works = (changing & line) == 0 ? isThere(line) : isWritten(line, on);
      lost |= works ? 0 : line;
    }
    live &= ~lost;
    if (live == 0) {
      release();
    }
    return lost;
  }

  private boolean isWritten(long line, long on) {
    return works(line, () -> Objects.requireNonNull(lines).set(line, on & line));
  }

  private boolean isThere(long line) {
    return works(line, () -> Objects.requireNonNull(lines).get(line));
  }

  private boolean works(long line, Runnable call) {
    try {
      call.run();
      return true;
    } catch (DriverFault fault) {
      ring(line, fault);
      return false;
    }
  }

  /** Rings the bell of the lowest of these lines. */
  private void ring(long line, DriverFault fault) {
    bells.get(Long.numberOfTrailingZeros(line)).ring(String.valueOf(fault.getMessage()));
  }

  /** Writes a line for the last time, if it works. */
  void end(long line, long on) {
    if ((live & line) != 0) {
      live &= ~line;
      isWritten(line, on);
    }
  }

  /** Gives the lines back. */
  void release() {
    if (lines != null) {
      try {
        lines.close();
      } catch (DriverFault _) {
        // They are gone already.
      }
      lines = null;
    }
  }
}
