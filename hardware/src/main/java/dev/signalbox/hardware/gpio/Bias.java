package dev.signalbox.hardware.gpio;

/** What holds a line that nobody drives. */
public enum Bias {
  /** As the line is. */
  AS_IS(0),
  /** A resistor in the chip to the supply. */
  PULL_UP(GpioV2.BIAS_PULL_UP),
  /** A resistor in the chip to ground. */
  PULL_DOWN(GpioV2.BIAS_PULL_DOWN),
  /** Nothing: the line floats. */
  DISABLED(GpioV2.BIAS_DISABLED);

  final long flag;

  Bias(long flag) {
    this.flag = flag;
  }
}
