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
 */
public record ServerSettings(
    String bind,
    int port,
    Set<String> hosts,
    Set<String> origins,
    Streaming streaming,
    Limits limits) {
  /** What holds where nothing else is said. */
  public static final ServerSettings DEFAULT =
      new ServerSettings("127.0.0.1", 8080, Set.of(), Set.of(), Streaming.DEFAULT, Limits.DEFAULT);

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
    hosts = Set.copyOf(hosts);
    origins = Set.copyOf(origins);
  }

  /** After how much silence a stream shows that it is alive. */
  public Duration heartbeat() {
    return streaming.heartbeat();
  }

  /** These settings, called by these names too. */
  public ServerSettings withHosts(Set<String> names) {
    return new ServerSettings(bind, port, names, origins, streaming, limits);
  }

  /** These settings at another address. */
  public ServerSettings at(String otherBind, int otherPort) {
    return new ServerSettings(otherBind, otherPort, hosts, origins, streaming, limits);
  }
}
