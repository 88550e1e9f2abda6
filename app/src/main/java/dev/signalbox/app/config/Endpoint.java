package dev.signalbox.app.config;

import java.net.InetAddress;
import java.util.Locale;

/**
 * An address to listen on.
 *
 * @param bind an address or host name of this machine
 * @param port 0 for any that is free
 */
public record Endpoint(String bind, int port) {
  /** Whether only one of the two can be listened on. */
  public boolean clashes(Endpoint other) {
    return port != 0
        && port == other.port
        && (isEverywhere() || other.isEverywhere() || plain(bind).equals(plain(other.bind)));
  }

  /** Whether it is a wildcard: every address of this machine. */
  public boolean isEverywhere() {
    try {
      return InetAddress.ofLiteral(bind).isAnyLocalAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** Whether programs on this machine alone can reach what listens there. */
  public boolean isPrivate() {
    try {
      return plain(bind).equals("127.0.0.1") || InetAddress.ofLiteral(bind).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** One spelling for all spellings of an address. */
  private static String plain(String bind) {
    String lower = bind.toLowerCase(Locale.ROOT);
    if (lower.equals("localhost")) {
      return "127.0.0.1";
    }
    try {
      return InetAddress.ofLiteral(lower).getHostAddress();
    } catch (IllegalArgumentException _) {
      return lower;
    }
  }
}
