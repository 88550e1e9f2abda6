package dev.signalbox.wire.dialect;

import java.util.Set;

/**
 * A path that a dialect answers.
 *
 * @param path as in {@code /api/status}; one that ends with {@code *} stands for all that begin so
 * @param methods the HTTP methods, in capitals
 * @param changes whether even a {@code GET} changes something, so that pages from elsewhere may not
 *     ask for it
 */
public record Route(String path, Set<String> methods, boolean changes) {
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  /**
   * A route of these methods, of which {@code GET}, {@code HEAD} and {@code OPTIONS} change
   * nothing.
   */
  public static Route of(String path, String... methods) {
    return new Route(path, Set.of(methods), false);
  }

  /** Whether a request of this method must not come from elsewhere. */
  public boolean isGuarded(String method) {
    return changes || !HARMLESS.contains(method);
  }

  /** Whether this route answers the path. */
  public boolean fits(String asked) {
    return path.endsWith("*")
        ? asked.startsWith(path.substring(0, path.length() - 1))
        : asked.equals(path);
  }
}
