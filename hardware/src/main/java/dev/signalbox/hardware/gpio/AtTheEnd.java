package dev.signalbox.hardware.gpio;

/** What becomes of an output when the hub stops. Closing lets go of the line in any case. */
public enum AtTheEnd {
  /** It is made inactive first. */
  OFF,
  /**
   * Nothing is written. Most chips leave a line that was let go as it is; some make it an input
   * again.
   */
  KEEP
}
