package dev.signalbox.hardware.gpio;

/** How an output drives its line. */
public enum Drive {
  /** To both levels. */
  PUSH_PULL(0),
  /** To low only; a pull-up makes it high. */
  OPEN_DRAIN(GpioV2.OPEN_DRAIN),
  /** To high only; a pull-down makes it low. */
  OPEN_SOURCE(GpioV2.OPEN_SOURCE);

  final long flag;

  Drive(long flag) {
    this.flag = flag;
  }
}
