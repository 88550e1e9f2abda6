package dev.signalbox.app.config;

import dev.signalbox.server.ServerSettings;
import java.util.List;

/**
 * Everything that a configuration file says.
 *
 * @param name what people call the hub, 1 to 40 characters
 * @param changeLog how many changes are kept for clients that want every one
 * @param boards in the order in which they are shown
 * @param listeners besides the hub's own
 */
public record Configuration(
    String name,
    ServerSettings server,
    int changeLog,
    List<BoardPlan> boards,
    Listeners listeners) {
  public Configuration {
    boards = List.copyOf(boards);
  }

  /** This configuration with another server. */
  public Configuration withServer(ServerSettings other) {
    return new Configuration(name, other, changeLog, boards, listeners);
  }

  /** This configuration with other listeners. */
  public Configuration withListeners(Listeners other) {
    return new Configuration(name, server, changeLog, boards, other);
  }
}
