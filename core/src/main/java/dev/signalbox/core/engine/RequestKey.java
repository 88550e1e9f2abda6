package dev.signalbox.core.engine;

/**
 * By which a repeated request is known.
 *
 * @param client who sent it
 * @param key 1 to 64 characters that the client chose
 */
public record RequestKey(String client, String key) {
  /** The longest key. */
  public static final int LONGEST = 64;

  /**
   * @throws IllegalArgumentException if the key is empty or too long
   */
  public RequestKey {
    if (!isValid(key)) {
      throw new IllegalArgumentException("key '" + key + "' must be 1 to 64 characters");
    }
  }

  /** Whether {@code key} has the length of a key. */
  public static boolean isValid(String key) {
    return !key.isEmpty() && key.length() <= LONGEST;
  }
}
