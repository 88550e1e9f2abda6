package dev.signalbox.core.model;

/** Whether a board can be reached. */
public sealed interface Link {
  /** It can. */
  record Online() implements Link {}

  /**
   * It can't.
   *
   * @param since milliseconds since the Unix epoch
   * @param reason a sentence for people
   */
  record Offline(long since, String reason) implements Link {}
}
