package dev.signalbox.hardware.figures;

import dev.signalbox.hardware.pwm.SoftPwm;
import java.util.Arrays;

/** How late each instant was at which software PWM wrote. Thread: any. */
final class LatenessLog {
  private final SoftPwm pwm;
  private long[] nanos = new long[1 << 18];
  private int count;

  LatenessLog(SoftPwm pwm) {
    this.pwm = pwm;
  }

  /**
   * To be called with each write: software PWM has then measured the instant before this one, once
   * for all writes of that instant.
   */
  synchronized void take() {
    long worst = pwm.worstLateness().toNanos();
    if (worst == 0) {
      return;
    }
    pwm.forgetLateness();
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = worst;
  }

  synchronized void clear() {
    pwm.forgetLateness();
    count = 0;
  }

  /** What was noted, the least first. */
  synchronized long[] sorted() {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted;
  }
}
