package dev.signalbox.server;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.internal.http.WebSocketInternal;

/**
 * The way down from Vert.x to Netty's pipelines.
 *
 * <p>Vert.x shows no channel in its API, only in types that are its own affair: one it exports for
 * extensions, and one it does not export at all, which the build and java.options open. So both
 * casts stand here and nowhere else.
 *
 * <p>The contexts are those of Vert.x's own handlers, the last to see what comes. What is added has
 * no fixed name, so that nothing is in its way if it is added once more.
 */
final class Pipelines {
  private Pipelines() {}

  /** Vert.x's handler of an HTTP/1 connection. */
  static ChannelHandlerContext of(HttpConnection connection) {
    return ((HttpServerConnection) connection).channelHandlerContext();
  }

  /** Vert.x's handler of a WebSocket. */
  static ChannelHandlerContext of(ServerWebSocket socket) {
    return ((WebSocketInternal) socket).channelHandlerContext();
  }

  /** Has {@code handler} see what comes right before {@code last} does. */
  static void addBefore(ChannelHandlerContext last, ChannelHandler handler) {
    last.pipeline().addBefore(last.name(), null, handler);
  }
}
