package dev.signalbox.server;

import java.time.Duration;

/**
 * How changes get to those who follow.
 *
 * @param heartbeat after how much silence a stream shows that it is alive, 1 s to 10 min
 * @param coalesce how long changes wait for others to go with them, in one write; 0 to 1 s, 0 for
 *     not at all
 * @param deflate whether WebSockets of the native protocol may be deflated (RFC 7692)
 * @param transport the way to the kernel
 * @param loops how many event loops share the connections, 1 to 64
 */
public record Streaming(
    Duration heartbeat, Duration coalesce, boolean deflate, NetworkTransport transport, int loops) {
  /** The most event loops. */
  public static final int MOST_LOOPS = 64;

  /**
   * What holds where nothing else is said. Every loop with a client is woken by every change, which
   * costs more than it brings until one loop has its hands full; and the other processors have the
   * kernel, the engine and other programs to run.
   */
  public static final Streaming DEFAULT =
      new Streaming(
          Duration.ofSeconds(15),
          Duration.ZERO,
          true,
          NetworkTransport.AUTO,
          Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MOST_LOOPS));

  /**
   * @throws IllegalArgumentException if a setting is out of range
   */
  public Streaming {
    if (heartbeat.compareTo(Duration.ofSeconds(1)) < 0
        || heartbeat.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new IllegalArgumentException("heartbeat " + heartbeat + " must be 1 s to 10 min");
    }
    if (coalesce.isNegative() || coalesce.compareTo(Duration.ofSeconds(1)) > 0) {
      throw new IllegalArgumentException("coalesce " + coalesce + " must be 0 to 1 s");
    }
    if (loops < 1 || loops > MOST_LOOPS) {
      throw new IllegalArgumentException("loops " + loops + " must be 1 to " + MOST_LOOPS);
    }
  }
}
