package dev.signalbox.hardware.gpio;

/** What becomes of an output when its board ends. Closing lets go of the line in any case. */
public enum AtTheEnd {
  /** It is made inactive, or dark, first. */
  OFF,
  /**
   * It stays as it is, as far as that goes on without the hub. Most chips leave a line that was let
   * go as it is; some make it an input again.
   */
  KEEP
}
