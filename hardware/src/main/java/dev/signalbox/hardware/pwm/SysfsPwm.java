package dev.signalbox.hardware.pwm;

import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.FaultBell;
import dev.signalbox.hardware.gpio.AtTheEnd;
import java.util.Optional;
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
  private static final long NONE = -1;

  // Any thread; what is wanted is a duty cycle in nanoseconds.
  private final FaultBell bell = new FaultBell();
  private final SysfsPwmSettings settings;
  private final LongSupplier clock;
  private final StepThread thread;
  private final Stepped work = this::step;
  private volatile long wanted = NONE;

  // Guarded by the lock.
  private final ReentrantLock lock = new ReentrantLock();
  private final ChannelUse use;
  private boolean closed;

  SysfsPwm(SysfsChannel channel, SysfsPwmSettings settings, StepThread thread, LongSupplier clock) {
    this.settings = settings;
    this.thread = thread;
    this.clock = clock;
    use = new ChannelUse(channel, settings, clock.getAsLong());
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
  public void onFaultChange(Runnable told) {
    bell.onFaultChange(told);
  }

  @Override
  public Optional<String> fault() {
    return bell.fault();
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
      long due = use.step(wanted, now);
      if (use.isRunning()) {
        bell.rest();
      }
      return due;
    } catch (DriverFault fault) {
      bell.ring(String.valueOf(fault.getMessage()));
      return use.failed(now);
    }
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
        use.end();
      }
    } finally {
      lock.unlock();
    }
  }
}
