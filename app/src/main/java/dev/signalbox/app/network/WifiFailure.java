package dev.signalbox.app.network;

/** Why Wi-Fi can't be asked or set up: a sentence for people, with nothing secret in it. */
public final class WifiFailure extends Exception {
  private static final long serialVersionUID = 1L;

  WifiFailure(String sentence) {
    super(sentence);
  }
}
