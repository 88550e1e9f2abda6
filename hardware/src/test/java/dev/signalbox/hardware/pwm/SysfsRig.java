package dev.signalbox.hardware.pwm;

import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.testkit.SteppedClock;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A PWM channel without a thread: it makes a step whenever one is due while a test lets time pass.
 */
final class SysfsRig {
  static final SysfsPwmSettings LINEAR =
      new SysfsPwmSettings(Duration.ofMillis(1), false, Curve.LINEAR, AtTheEnd.OFF, true);
  static final SysfsPwmSettings INVERSED =
      new SysfsPwmSettings(Duration.ofMillis(1), true, Curve.LINEAR, AtTheEnd.OFF, true);
  static final SysfsPwmSettings KEPT =
      new SysfsPwmSettings(Duration.ofMillis(1), false, Curve.LINEAR, AtTheEnd.KEEP, true);
  static final SysfsPwmSettings POLITE =
      new SysfsPwmSettings(Duration.ofMillis(1), false, Curve.LINEAR, AtTheEnd.OFF, false);

  final SteppedClock clock = new SteppedClock();
  final FakeSysfs sysfs;
  private final Path root;

  SysfsRig(Path root) {
    this.root = root;
    sysfs = new FakeSysfs(root, clock);
  }

  /** Channel 1, which nobody looks at yet. */
  SysfsPwm open(SysfsPwmSettings settings) {
    return open(new PwmAddress(root, "pwmchip0", 1), settings);
  }

  SysfsPwm open(PwmAddress address, SysfsPwmSettings settings) {
    SysfsChannel channel = new SysfsChannel(sysfs, address);
    return new SysfsPwm(channel, settings, new StepThread("sysfs-pwm"), clock::nanos);
  }

  /** Channel 1, set. */
  SysfsPwm running(SysfsPwmSettings settings, int percent) {
    SysfsPwm pwm = open(settings);
    pwm.set(percent);
    pwm.work().step();
    return pwm;
  }

  /** Lets time pass, with a step at each instant that is due. */
  void pass(SysfsPwm pwm, Duration by) {
    long end = clock.nanos() + by.toNanos();
    for (long due = pwm.work().step(); due <= end; due = pwm.work().step()) {
      clock.step(Duration.ofNanos(Math.max(0, due - clock.nanos())));
    }
    clock.step(Duration.ofNanos(end - clock.nanos()));
    pwm.work().step();
  }
}
