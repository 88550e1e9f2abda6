package dev.signalbox.hardware.pwm;

import dev.signalbox.core.engine.Driver;
import dev.signalbox.hardware.FaultBell;
import dev.signalbox.hardware.gpio.AtTheEnd;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The lines of one chip that are dimmed together: requested together, and written together where
 * their edges meet. Lines are bits, counted by their index in the request.
 *
 * <p>Every second what is out is tried, and what is not is looked at, because the kernel tells
 * nobody that a line which is steady is gone. The first request waits for the first wish for each
 * line, so that no line is anything else in between.
 */
final class Bank {
  private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

  // Any thread.
  private final Wishes wishes;
  private final List<SoftPin> pins;
  private final int steps;

  // Guarded by the schedule's lock.
  private final BankLines lines;
  private final EdgeTable edges;
  private long wanted;
  private long lookAt;

  Bank(LinesSource source, List<SoftPin> pins, int steps, long now) {
    this.pins = List.copyOf(pins);
    this.steps = steps;
    wishes = new Wishes(pins.size());
    lines = new BankLines(source, pins.size());
    edges =
        new EdgeTable(steps, pins.stream().mapToInt(pin -> pin.phase() * steps / 100).toArray());
    wanted = -1L >>> (Long.SIZE - pins.size());
    lookAt = now;
  }

  /** Returns whether that is news. Thread: any; never blocks. */
  boolean set(int line, int percent) {
    return wishes.set(line, (int) pins.get(line).curve().lit(percent, steps));
  }

  /** Thread: any. */
  FaultBell bell(int line) {
    return lines.bell(line);
  }

  /** Sees to what is out, if it is time; and returns when to do so again, or never. */
  long lookAfter(long now) {
    if (!wishes.areComplete()) {
      return Driver.NEVER;
    }
    if (now - lookAt >= 0) {
      lookAt = now + LOOK_NANOS;
      if (isWhole()) {
        forget(lines.look());
      } else {
        // What is back has no edges yet; what is wished for it begins at its start.
        wishes.renew(lines.recover(wanted, wishes.steady(steps)));
      }
    }
    return lookAt;
  }

  private boolean isWhole() {
    return lines.live() == wanted;
  }

  /** Whether there is anything to write at this step. */
  boolean isBusy(int step) {
    return edges.changing(step) != 0 || news(step) != 0;
  }

  private long news(int step) {
    return wishes.news() & lines.live() & edges.starting(step);
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
    long lost = lines.write(changing, on);
    if (lost != 0) {
      lookAt = now + LOOK_NANOS;
    }
    forget(lost);
  }

  private void forget(long lost) {
    for (long left = lost; left != 0; left &= left - 1) {
      edges.put(Long.numberOfTrailingZeros(left), 0);
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
      lines.release();
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
    boolean on = pins.get(line).atTheEnd() == AtTheEnd.KEEP && wishes.lit(line) == steps;
    wishes.set(line, on ? steps : 0);
    edges.put(line, 0);
    lines.end(bit, on ? bit : 0);
  }
}
