package dev.signalbox.app.config;

import dev.signalbox.server.ServerSettings;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a configuration file says.
 *
 * @param name what people call the hub, 1 to 40 characters
 * @param mdns the hub's name in the network, without {@code .local}; empty to announce nothing
 * @param changeLog how many changes are kept for clients that want every one
 * @param boards in the order in which they are shown
 * @param listeners besides the hub's own
 */
public record Configuration(
    String name,
    ServerSettings server,
    Optional<String> mdns,
    int changeLog,
    List<BoardPlan> boards,
    Listeners listeners) {
  public Configuration {
    boards = List.copyOf(boards);
  }

  /** This configuration with another server. */
  public Configuration withServer(ServerSettings other) {
    return new Configuration(name, other, mdns, changeLog, boards, listeners);
  }

  /** This configuration with other listeners. */
  public Configuration withListeners(Listeners other) {
    return new Configuration(name, server, mdns, changeLog, boards, other);
  }
}
