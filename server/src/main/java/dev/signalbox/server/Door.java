package dev.signalbox.server;

import dev.signalbox.wire.WebSocketFormat;
import io.vertx.core.net.SocketAddress;
import java.util.List;

/** An address that is listened on, and what is behind it. */
sealed interface Door {
  SocketAddress address();

  /** The WebSocket subprotocols that are agreed to there. */
  List<String> subprotocols();

  /**
   * The hub itself.
   *
   * @param dialects whose paths are answered too, where the hub has nothing there
   */
  record Main(SocketAddress address, List<DialectHost> dialects) implements Door {
    @Override
    public List<String> subprotocols() {
      return WebSocketFormat.SUBPROTOCOLS;
    }
  }

  /** A dialect, as its firmware answered: every path is its own. */
  record DialectHttp(SocketAddress address, DialectHost host) implements Door {
    @Override
    public List<String> subprotocols() {
      return List.of(ARDUINO);
    }
  }

  /** A dialect's WebSocket. */
  record DialectWebSocket(SocketAddress address, DialectHost host) implements Door {
    @Override
    public List<String> subprotocols() {
      return List.of(ARDUINO);
    }
  }

  /** What the WebSocket library of the firmwares agrees to, if it is asked for anything. */
  String ARDUINO = "arduino";
}
