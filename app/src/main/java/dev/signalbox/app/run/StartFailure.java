package dev.signalbox.app.run;

/** The hub can't start; the message is a sentence that people are shown. */
public final class StartFailure extends Exception {
  private static final long serialVersionUID = 1;

  StartFailure(Exception cause) {
    super(cause.getMessage(), cause);
  }

  StartFailure(String sentence) {
    super(sentence);
  }
}
