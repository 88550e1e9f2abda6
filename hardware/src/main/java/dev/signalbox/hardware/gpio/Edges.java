package dev.signalbox.hardware.gpio;

/** Which edges of an input the kernel tells. */
public enum Edges {
  NONE(0),
  /** It becomes active. */
  RISING(GpioV2.EDGE_RISING),
  /** It becomes inactive. */
  FALLING(GpioV2.EDGE_FALLING),
  BOTH(GpioV2.EDGE_RISING | GpioV2.EDGE_FALLING);

  final long flags;

  Edges(long flags) {
    this.flags = flags;
  }
}
