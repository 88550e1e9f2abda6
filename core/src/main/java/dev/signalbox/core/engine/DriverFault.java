package dev.signalbox.core.engine;

/** The hardware behind a board failed; the message is the reason that people are shown. */
public class DriverFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A fault with a sentence that says what failed and, where it is known, how to mend it. */
  public DriverFault(String reason) {
    super(reason);
  }
}
