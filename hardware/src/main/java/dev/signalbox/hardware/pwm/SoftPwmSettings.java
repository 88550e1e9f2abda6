package dev.signalbox.hardware.pwm;

/**
 * How fine software PWM is. Each step of the period is an instant at which the thread may have to
 * wake up, and the kernel alone lets a thread sleep up to 50 µs too long ({@code PR_SET_TIMERSLACK}
 * in prctl(2)), so steps much finer than the default of 100 µs are mostly noise.
 *
 * @param frequency periods a second, 10 to 1,000; below about 80 people see it flicker
 * @param steps of a period, 2 to 1,000; none shorter than 20 µs
 */
public record SoftPwmSettings(int frequency, int steps) {
  /** 100 Hz in steps of 1 %. */
  public static final SoftPwmSettings DEFAULT = new SoftPwmSettings(100, 100);

  private static final long NANOS_A_SECOND = 1_000_000_000;
  private static final long SHORTEST_STEP_NANOS = 20_000;

  /**
   * @throws IllegalArgumentException that names the value that is out of range
   */
  public SoftPwmSettings {
    check("frequency", frequency, 10, 1_000);
    check("steps", steps, 2, 1_000);
    if (NANOS_A_SECOND / frequency / steps < SHORTEST_STEP_NANOS) {
      throw new IllegalArgumentException(
          steps + " steps at " + frequency + " Hz must not be shorter than 20 µs");
    }
  }

  private static void check(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(what + " " + value + " must be " + least + " to " + most);
    }
  }

  long stepNanos() {
    return NANOS_A_SECOND / frequency / steps;
  }
}
