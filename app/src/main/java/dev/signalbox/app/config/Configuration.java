package dev.signalbox.app.config;

import dev.signalbox.hardware.pwm.SoftPwmSettings;
import dev.signalbox.server.ServerSettings;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a configuration file says.
 *
 * @param name what people call the hub, 1 to 40 characters
 * @param mdns the hub's name in the network, without {@code .local}; empty to announce nothing
 * @param changeLog how many changes are kept for clients that want every one
 * @param softPwm how lines are dimmed that have no PWM of their own
 * @param boards in the order in which they are shown
 * @param listeners besides the hub's own
 */
public record Configuration(
    String name,
    ServerSettings server,
    Optional<String> mdns,
    int changeLog,
    SoftPwmSettings softPwm,
    List<BoardPlan> boards,
    Listeners listeners) {
  public Configuration {
    boards = List.copyOf(boards);
  }

  /** This configuration with another server. */
  public Configuration withServer(ServerSettings other) {
    return new Configuration(name, other, mdns, changeLog, softPwm, boards, listeners);
  }

  /** This configuration with other listeners. */
  public Configuration withListeners(Listeners other) {
    return new Configuration(name, server, mdns, changeLog, softPwm, boards, other);
  }

  /** This configuration with nothing wired: all boards are simulated. */
  public Configuration simulated() {
    List<BoardPlan> plans = boards.stream().map(BoardPlan::simulated).toList();
    return new Configuration(name, server, mdns, changeLog, softPwm, plans, listeners);
  }
}
