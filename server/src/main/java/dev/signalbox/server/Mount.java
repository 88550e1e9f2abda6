package dev.signalbox.server;

import dev.signalbox.wire.dialect.Dialect;
import java.util.Optional;

/**
 * A dialect, and where it is reached.
 *
 * @param dialect made for this mount; from now on used by the server alone
 * @param onMain whether the main listener answers the dialect's paths
 * @param http a listener of its own for requests, where it answers every path
 * @param webSocket a listener of its own for WebSockets
 */
public record Mount(
    Dialect dialect, boolean onMain, Optional<Listener> http, Optional<Listener> webSocket) {
  /**
   * An address to listen on.
   *
   * @param name what it is for, as it is told to people
   * @param port 0 for any that is free
   */
  public record Listener(String name, String bind, int port) {
    /**
     * @throws IllegalArgumentException if the port is none
     */
    public Listener {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("port " + port + " must be 0 to 65535");
      }
    }
  }
}
