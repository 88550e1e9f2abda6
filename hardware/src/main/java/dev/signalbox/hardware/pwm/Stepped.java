package dev.signalbox.hardware.pwm;

/** Work that is done step by step: by a {@link StepThread}, or by hand in a test. */
interface Stepped {
  /**
   * Does what is due.
   *
   * @return when there is next something to do, on the monotonic clock; or {@link
   *     dev.signalbox.core.engine.Driver#NEVER}
   */
  long step();
}
