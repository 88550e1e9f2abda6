package dev.signalbox.hardware.pwm;

import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.core.engine.Driver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When which lines change: software PWM without the thread.
 *
 * <p>A period has a fixed number of steps, and all edges of all banks fall on them. So there are at
 * most as many instants a period as steps, however many lines there are, and at each of them one
 * write for each bank that has an edge there. A step is left out where nothing changes; where no
 * step is left, because every line is steady, nothing is due but a look at the lines once a second,
 * and the next wish begins a period of its own.
 *
 * <p>A wish takes its place where its line's next period starts. So there is never a pulse that is
 * neither the old nor the new one.
 *
 * <p>Edges that are late do not move those after them. Only where a whole period was missed does
 * the grid begin anew from there, so that nothing is made up for in a burst.
 *
 * <p>Thread: any, one at a time, by its lock; a wish takes no lock. A step allocates nothing unless
 * a line fails.
 */
final class PwmSchedule implements Stepped {
  private static final int MOST_LINES = 64;

  // Any thread.
  private final AtomicLong worstLateness = new AtomicLong();
  private final int steps;
  private final LongSupplier clock;
  private final Runnable wake;

  /** Fair, because a thread that is late again and again would never let anybody else have it. */
  private final ReentrantLock lock = new ReentrantLock(true);

  // Guarded by the lock.
  private Bank[] banks = {};
  private final StepGrid grid;

  /**
   * @param clock the monotonic clock
   * @param wake has {@link #step} called soon; never blocks
   */
  PwmSchedule(SoftPwmSettings settings, LongSupplier clock, Runnable wake) {
    steps = settings.steps();
    grid = new StepGrid(steps, settings.stepNanos(), this::isBusy);
    this.clock = clock;
    this.wake = wake;
  }

  /** See {@link SoftPwm#outputs}. */
  List<PwmOutput> add(LinesSource source, List<SoftPin> pins) {
    if (pins.isEmpty() || pins.size() > MOST_LINES) {
      throw new IllegalArgumentException("number of lines " + pins.size() + " must be 1 to 64");
    }
    Bank bank = new Bank(source, pins, steps, clock.getAsLong());
    lock.lock();
    try {
      banks = Stream.concat(Arrays.stream(banks), Stream.of(bank)).toArray(Bank[]::new);
    } finally {
      lock.unlock();
    }
    wake.run();
    List<PwmOutput> outputs = new ArrayList<>();
    IntStream.range(0, pins.size())
        .forEach(line -> outputs.add(new SoftPwmOutput(this, bank, line)));
    return outputs;
  }

  /** Has {@link #step} called soon. Never blocks. Thread: any. */
  void wake() {
    wake.run();
  }

  /** The most that an edge was late, in nanoseconds, since the start or {@link #forgetLateness}. */
  long worstLateness() {
    return worstLateness.get();
  }

  void forgetLateness() {
    worstLateness.set(0);
  }

  @Override
  public long step() {
    lock.lock();
    try {
      return Math.min(lookAfter(clock.getAsLong()), pass());
    } finally {
      lock.unlock();
    }
  }

  private long lookAfter(long now) {
    long due = Driver.NEVER;
    for (Bank bank : banks) {
      due = Math.min(due, bank.lookAfter(now));
    }
    return due;
  }

  /**
   * Writes the steps that are due, as many as a period has at the most, and returns when the next
   * one is. Lines may take longer to write than there is time, for good (those of a chip on a slow
   * bus do), so it must not go on until nothing is due.
   */
  private long pass() {
    if (grid.isResting()) {
      grid.begin(clock.getAsLong());
    }
    for (int visits = 0; visits < steps && !grid.isResting(); visits++) {
      long now = clock.getAsLong();
      if (now - grid.due() < 0) {
        grid.passEmpty(now);
        return grid.due();
      }
      visit(now);
    }
    return grid.due();
  }

  private void visit(long now) {
    long due = grid.due();
    int step = grid.arrive(now);
    for (Bank bank : banks) {
      bank.write(step, now);
    }
    long lateness = clock.getAsLong() - due;
    if (lateness > worstLateness.get()) {
      worstLateness.set(lateness);
    }
    grid.lookAhead();
  }

  private boolean isBusy(int step) {
    for (Bank bank : banks) {
      if (bank.isBusy(step)) {
        return true;
      }
    }
    return false;
  }

  /** Ends every line that is left. */
  void close() {
    lock.lock();
    try {
      for (Bank bank : banks) {
        bank.close();
      }
      banks = new Bank[0];
    } finally {
      lock.unlock();
    }
  }

  /** Ends a line. */
  void close(Bank bank, int line) {
    lock.lock();
    try {
      if (bank.close(line)) {
        banks = Arrays.stream(banks).filter(other -> other != bank).toArray(Bank[]::new);
      }
    } finally {
      lock.unlock();
    }
  }
}
