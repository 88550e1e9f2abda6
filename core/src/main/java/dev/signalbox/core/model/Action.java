package dev.signalbox.core.model;

/** What a client can do to a part besides setting its properties. */
public enum Action {
  /** Flips the part's one switchable property. */
  TOGGLE,
  /** Presses a button, or a simulated switch: down and, a moment later, up. */
  PRESS
}
