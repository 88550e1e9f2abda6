package dev.signalbox.app.network;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The password of a wireless network: 8 to 63 printable ASCII characters (IEEE 802.11, pass-phrase
 * of WPA). It never shows itself: neither in text nor in a message.
 */
public final class WifiPassword {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 63;
  private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

  private final String secret;

  private WifiPassword(String secret) {
    this.secret = secret;
  }

  /** A password. */
  public static WifiPassword of(String secret) throws WifiFailure {
    Optional<String> wrong = wrong(secret);
    if (wrong.isPresent()) {
      throw new WifiFailure(wrong.get());
    }
    return new WifiPassword(secret);
  }

  private static Optional<String> wrong(String secret) {
    if (!PRINTABLE.matcher(secret).matches()) {
      return Optional.of("The password may have letters, digits and signs of ASCII only.");
    }
    if (secret.length() < SHORTEST || secret.length() > LONGEST) {
      return Optional.of(
          "The password must have %d to %d characters, not %d."
              .formatted(SHORTEST, LONGEST, secret.length()));
    }
    return Optional.empty();
  }

  /** As a line that is typed. */
  String line() {
    return secret + "\n";
  }

  /**
   * As a line of a password file of nmcli, which takes white space at either end away and reads
   * escapes as C has them.
   */
  String fileLine() {
    String escaped = secret.replace("\\", "\\\\").replace(" ", "\\040");
    return "802-11-wireless-security.psk:" + escaped + "\n";
  }

  /** The text with this password made unreadable in it. */
  String hiddenIn(String text) {
    return text.replace(secret, "********");
  }

  @Override
  public String toString() {
    return "a password";
  }
}
