package dev.signalbox.hardware.pwm;

/** What becomes of a line when its board ends. */
public enum Ending {
  /** It is switched off. */
  OFF,

  /** It stays as it is, as far as that goes on without the hub. */
  KEEP
}
