package dev.signalbox.server;

import java.time.Duration;

/**
 * How much an outsider may ask of a listener.
 *
 * @param connections open at once, 1 to 1,000,000
 * @param streams followed at once, SSE and WebSocket together, 1 to 1,000,000
 * @param commandsPerSecond from one address in the long run, 1 to 1,000,000; twice as many at once
 * @param requestTime in which a request must have come to its end, 1 s to 10 min
 * @param silence after how long a connection ends whose other end takes nothing that is sent, 1 s
 *     to 10 min; where nothing is sent the system asks whether it is still there
 */
public record Limits(
    int connections, int streams, int commandsPerSecond, Duration requestTime, Duration silence) {
  private static final Duration SILENCE = Duration.ofSeconds(30);

  /** What holds where nothing else is said. */
  public static final Limits DEFAULT = new Limits(12_000, 10_000, 200, Duration.ofSeconds(15));

  /** The longest body that is read, in bytes. */
  static final int BODY = 64 * 1024;

  /** How much of a longer body is read and thrown away, so that the client sees the answer. */
  static final int DISCARDED_BODY = 1024 * 1024;

  /** The longest request line: method, URL and version. */
  static final int REQUEST_LINE = 8 * 1024;

  /** All headers together. */
  static final int HEADERS = 16 * 1024;

  /** One WebSocket frame or message, in bytes. */
  static final int MESSAGE = 64 * 1024;

  /** How much may wait for one stream's client before changes are held back, in bytes. */
  static final int WRITE_QUEUE = 16 * 1024;

  /**
   * @throws IllegalArgumentException if a limit is out of range
   */
  public Limits {
    require("connections", connections);
    require("streams", streams);
    require("commandsPerSecond", commandsPerSecond);
    require("requestTime", requestTime);
    require("silence", silence);
  }

  /** With the silence that holds where nothing else is said: 30 s. */
  public Limits(int connections, int streams, int commandsPerSecond, Duration requestTime) {
    this(connections, streams, commandsPerSecond, requestTime, SILENCE);
  }

  private static void require(String name, Duration value) {
    if (value.compareTo(Duration.ofSeconds(1)) < 0 || value.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new IllegalArgumentException(name + " " + value + " must be 1 s to 10 min");
    }
  }

  private static void require(String name, int value) {
    if (value < 1 || value > 1_000_000) {
      throw new IllegalArgumentException(name + " " + value + " must be 1 to 1000000");
    }
  }
}
