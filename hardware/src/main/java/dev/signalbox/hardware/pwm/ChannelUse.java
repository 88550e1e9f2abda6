package dev.signalbox.hardware.pwm;

import dev.signalbox.hardware.gpio.AtTheEnd;
import java.util.concurrent.TimeUnit;

/**
 * What is done with a channel of the kernel's PWM, one step after the other: it is exported, waited
 * for, set up, written and looked for, and given back. Guarded by its port's lock.
 */
final class ChannelUse {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(2);
  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(10);

  private sealed interface State {}

  /** Nothing is set up; to be tried at an instant. */
  private record Away(long retryAt) implements State {}

  /** Exported; its files may not be written yet. */
  private record Waiting(long until) implements State {}

  /** The line pulses; the channel is to be looked for at an instant. */
  private record Running(long written, long lookAt) implements State {}

  private final SysfsChannel channel;
  private final SysfsPwmSettings settings;
  private State state;
  private boolean exportedHere;

  /** The use of a channel that nothing was done with, from {@code now} on. */
  ChannelUse(SysfsChannel channel, SysfsPwmSettings settings, long now) {
    this.channel = channel;
    this.settings = settings;
    state = new Away(now);
  }

  /** Whether the line pulses. */
  boolean isRunning() {
    return state instanceof Running;
  }

  /**
   * Takes a step.
   *
   * @param duty how long the line is to be on in each period, in nanoseconds
   * @return when the next is due
   * @throws dev.signalbox.core.engine.DriverFault if it can't be done; {@link #failed} is to follow
   */
  long step(long duty, long now) {
    state = next(duty, now);
    return switch (state) {
      case Away(long retryAt) -> retryAt;
      case Waiting _ -> now + POLL;
      case Running(long _, long lookAt) -> lookAt;
    };
  }

  /** Begins anew in a second; returns when that is. */
  long failed(long now) {
    state = new Away(now + SECOND);
    exportedHere &= channel.isExported();
    return now + SECOND;
  }

  private State next(long duty, long now) {
    return switch (state) {
      case Away(long retryAt) when now - retryAt < 0 -> state;
      case Away _ -> exported(duty, now);
      case Waiting(long until) -> ready(duty, now, until);
      case Running running -> kept(running, duty, now);
    };
  }

  private State exported(long duty, long now) {
    channel.checkChip();
    if (!channel.isExported()) {
      channel.export();
      exportedHere = true;
    } else if (!exportedHere && !settings.takeOver()) {
      throw channel.exportedAlready();
    }
    return ready(duty, now, now + LONGEST_WAIT);
  }

  private State ready(long duty, long now, long until) {
    if (!channel.isReady() && now - until < 0) {
      return new Waiting(until);
    }
    // If it is not ready by now, this says what is missing.
    channel.begin(settings, duty);
    return new Running(duty, now + SECOND);
  }

  private State kept(Running running, long duty, long now) {
    if (duty != running.written()) {
      channel.duty(duty);
    }
    if (now - running.lookAt() < 0) {
      return new Running(duty, running.lookAt());
    }
    channel.look();
    return new Running(duty, now + SECOND);
  }

  /**
   * Ends as the settings say.
   *
   * @throws dev.signalbox.core.engine.DriverFault if that can't be done
   */
  void end() {
    boolean off = settings.atTheEnd() == AtTheEnd.OFF;
    if (off && isRunning()) {
      channel.duty(0);
    }
    if (off && !settings.inversed()) {
      giveBack();
    }
  }

  private void giveBack() {
    if (isRunning()) {
      channel.disable();
    }
    if (exportedHere && channel.isExported()) {
      channel.unexport();
    }
  }
}
