package dev.signalbox.server;

import java.time.Duration;
import java.util.Set;

/**
 * How the hub is reached.
 *
 * @param bind the address or host name to listen on
 * @param port 0 to 65,535; 0 for any that is free
 * @param hosts names by which the hub may be called, besides its own names and addresses
 * @param origins web pages that may command the hub, besides its own: {@code https://panel.example}
 * @param heartbeat after how much silence a stream shows that it is alive, 1 s to 10 min
 */
public record ServerSettings(
    String bind,
    int port,
    Set<String> hosts,
    Set<String> origins,
    Duration heartbeat,
    Limits limits) {
  /** What holds where nothing else is said. */
  public static final ServerSettings DEFAULT =
      new ServerSettings(
          "127.0.0.1", 8080, Set.of(), Set.of(), Duration.ofSeconds(15), Limits.DEFAULT);

  /**
   * @throws IllegalArgumentException if a setting is out of range
   */
  public ServerSettings {
    if (bind.isBlank()) {
      throw new IllegalArgumentException("bind must be an address or a host name");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " must be 0 to 65535");
    }
    if (heartbeat.compareTo(Duration.ofSeconds(1)) < 0
        || heartbeat.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new IllegalArgumentException("heartbeat " + heartbeat + " must be 1 s to 10 min");
    }
    hosts = Set.copyOf(hosts);
    origins = Set.copyOf(origins);
  }
}
