package dev.signalbox.server;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;

/** Finds out whether the other end of a WebSocket is still there. Owned by its event loop. */
final class Pulse {
  /** How many sweeps a farewell may take; to a peer that takes nothing it never gets through. */
  private static final int FAREWELL_SWEEPS = 3;

  private final ServerWebSocket socket;
  private final EventLoop loop;
  private long lastHeardNanos;
  private long lastPingNanos;
  private int sweepsClosing;

  Pulse(ServerWebSocket socket, EventLoop loop) {
    this.socket = socket;
    this.loop = loop;
    this.lastHeardNanos = loop.nanos();
    this.lastPingNanos = lastHeardNanos;
  }

  /** A ping was answered. */
  void heard() {
    lastHeardNanos = loop.nanos();
  }

  /**
   * Pings, if the last ping was a heartbeat ago.
   *
   * @return false if no ping was answered for two heartbeats
   */
  boolean beats(long heartbeatNanos) {
    long nanos = loop.nanos();
    if (nanos - lastHeardNanos > 2 * heartbeatNanos + heartbeatNanos / 2) {
      return false;
    }
    if (nanos - lastPingNanos >= heartbeatNanos) {
      lastPingNanos = nanos;
      socket.writePing(Buffer.buffer());
    }
    return true;
  }

  /** Cuts a connection that was told to close and is still there a few sweeps later. */
  void awaitEnd(BareChannel channel) {
    if (++sweepsClosing > FAREWELL_SWEEPS) {
      channel.cut();
    }
  }
}
