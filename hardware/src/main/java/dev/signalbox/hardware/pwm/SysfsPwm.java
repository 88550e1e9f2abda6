package dev.signalbox.hardware.pwm;

import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.gpio.AtTheEnd;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * A line that the kernel's PWM dims, through {@code /sys/class/pwm}. {@link #set} only notes what
 * is wanted; the thread {@code sysfs-pwm} does the rest, and begins with the first wish.
 *
 * <p>A channel that is not exported is exported, and then waited for, up to two seconds, until its
 * files may be written: udev gives the group access a moment later.
 *
 * <p>A channel that is exported already belongs to nobody that the kernel could name. Most often it
 * was left by a hub that was killed, or kept on purpose ({@link AtTheEnd#KEEP}), so it is taken
 * over, and goes on without a gap. With {@link SysfsPwmSettings#takeOver()} off it is left alone
 * and is a fault until someone unexports it. What the kernel uses itself can't be exported at all.
 *
 * <p>Whatever fails is tried again from the start every second, and while nothing is written, the
 * channel is looked for every second.
 *
 * <p>At the end, {@link AtTheEnd#OFF} sets the duty cycle to 0, disables the channel, and unexports
 * it if it was exported here. An inversed one stays enabled with duty cycle 0, because a line
 * without PWM rests low, which would be on. {@link AtTheEnd#KEEP} leaves everything, the export as
 * well: some chips stop when their channel is given back.
 */
public final class SysfsPwm implements PwmOutput {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(2);
  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long NONE = -1;

  private sealed interface State {}

  /** Nothing is set up; to be tried at an instant. */
  private record Away(long retryAt) implements State {}

  /** Exported; its files may not be written yet. */
  private record Waiting(long until) implements State {}

  /** The line pulses; the channel is to be looked for at an instant. */
  private record Running(long lookAt) implements State {}

  // Any thread; what is wanted is a duty cycle in nanoseconds.
  private final FaultBell bell = new FaultBell();
  private final SysfsPwmSettings settings;
  private final LongSupplier clock;
  private final StepThread thread;
  private final Stepped work = this::step;
  private volatile long wanted = NONE;

  // Guarded by the lock.
  private final ReentrantLock lock = new ReentrantLock();
  private final SysfsChannel channel;
  private State state;
  private long written = NONE;
  private boolean exportedHere;
  private boolean closed;

  SysfsPwm(SysfsChannel channel, SysfsPwmSettings settings, StepThread thread, LongSupplier clock) {
    this.channel = channel;
    this.settings = settings;
    this.thread = thread;
    this.clock = clock;
    state = new Away(clock.getAsLong());
  }

  /** What the thread does. */
  Stepped work() {
    return work;
  }

  @Override
  public void set(int percent) {
    wanted = settings.curve().lit(percent, settings.period().toNanos());
    thread.wake();
  }

  @Override
  public void onFault(Runnable told) {
    bell.onFault(told);
  }

  @Override
  public Optional<String> fault() {
    return bell.reason();
  }

  private long step() {
    lock.lock();
    try {
      return closed || wanted == NONE ? Driver.NEVER : step(clock.getAsLong());
    } finally {
      lock.unlock();
    }
  }

  private long step(long now) {
    try {
      state = next(now);
    } catch (DriverFault fault) {
      state = new Away(now + SECOND);
      exportedHere &= channel.isExported();
      bell.ring(String.valueOf(fault.getMessage()));
    }
    return switch (state) {
      case Away(long retryAt) -> retryAt;
      case Waiting _ -> now + POLL;
      case Running(long lookAt) -> lookAt;
    };
  }

  private State next(long now) {
    return switch (state) {
      case Away(long retryAt) when now - retryAt < 0 -> state;
      case Away _ -> exported(now);
      case Waiting(long until) -> ready(now, until);
      case Running(long lookAt) -> kept(now, lookAt);
    };
  }

  private State exported(long now) {
    channel.checkChip();
    if (!channel.isExported()) {
      channel.export();
      exportedHere = true;
    } else if (!exportedHere) {
      takeOver();
    }
    return ready(now, now + LONGEST_WAIT);
  }

  private void takeOver() {
    if (!settings.takeOver()) {
      throw channel.exportedAlready();
    }
  }

  private State ready(long now, long until) {
    if (!channel.isReady() && now - until < 0) {
      return new Waiting(until);
    }
    // If it is not ready by now, this says what is missing.
    long duty = wanted;
    channel.begin(settings, duty);
    written = duty;
    bell.rest();
    return new Running(now + SECOND);
  }

  private State kept(long now, long lookAt) {
    long duty = wanted;
    if (duty != written) {
      channel.duty(duty);
      written = duty;
    }
    if (now - lookAt < 0) {
      return state;
    }
    channel.look();
    return new Running(now + SECOND);
  }

  /**
   * Ends as the settings say.
   *
   * @throws DriverFault if that can't be done
   */
  @Override
  public void close() {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        thread.end(work);
        end();
      }
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    boolean off = settings.ending() == AtTheEnd.OFF;
    if (off && state instanceof Running) {
      channel.duty(0);
    }
    if (off && !settings.inversed()) {
      giveBack();
    }
  }

  private void giveBack() {
    if (state instanceof Running) {
      channel.disable();
    }
    if (exportedHere && channel.isExported()) {
      channel.unexport();
    }
  }
}
