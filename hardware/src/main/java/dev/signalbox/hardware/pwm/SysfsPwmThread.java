package dev.signalbox.hardware.pwm;

/**
 * The kernel's PWM channels that are in use, and the thread {@code sysfs-pwm} that writes their
 * files; it begins with the first. Thread: any.
 */
public final class SysfsPwmThread implements AutoCloseable {
  private final StepThread thread = new StepThread("sysfs-pwm");

  /** Without channels, and without a thread yet. */
  public SysfsPwmThread() {}

  /**
   * A channel, to be closed before this is. It is looked for once it is set for the first time;
   * what is wrong with it is told by {@link SysfsPwm#fault()}.
   */
  public SysfsPwm open(PwmAddress address, SysfsPwmSettings settings) {
    SysfsChannel channel = new SysfsChannel(SysfsFiles.REAL, address);
    SysfsPwm pwm = new SysfsPwm(channel, settings, thread, System::nanoTime);
    thread.begin(pwm.work());
    return pwm;
  }

  /** Ends the thread. Waits up to a second. */
  @Override
  public void close() {
    thread.close();
  }
}
