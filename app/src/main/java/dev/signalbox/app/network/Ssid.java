package dev.signalbox.app.network;

import dev.signalbox.app.yaml.Shown;
import java.nio.charset.StandardCharsets;

/**
 * The name of a wireless network, 1 to 32 bytes of UTF-8 without control characters.
 *
 * @param text as people type it
 */
public record Ssid(String text) {
  private static final int LONGEST = 32;

  /** A name that somebody typed. */
  public static Ssid of(String text) throws WifiFailure {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < 1 || bytes > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      throw new WifiFailure(
          "The name of a network has 1 to %d bytes of text on one line; %s has not."
              .formatted(LONGEST, Shown.quoted(text)));
    }
    return new Ssid(text);
  }

  @Override
  public String toString() {
    return Shown.quoted(text);
  }
}
