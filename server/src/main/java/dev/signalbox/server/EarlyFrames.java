package dev.signalbox.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;

/**
 * Drops the frames that a client sends together with its handshake, without waiting for the answer
 * as RFC 6455, section 4.1, asks. They come out of the decoder while HTTP still has the connection;
 * Vert.x passes over them there and never gives their buffers back.
 *
 * <p>Owned by the client's event loop.
 */
final class EarlyFrames extends ChannelInboundHandlerAdapter {
  private final ChannelHandlerContext http;

  private EarlyFrames(ChannelHandlerContext http) {
    this.http = http;
  }

  /** Drops them until {@code connection}, still HTTP's, has become a WebSocket's. */
  static void drop(HttpConnection connection) {
    ChannelHandlerContext http = ((HttpServerConnection) connection).channelHandlerContext();
    http.pipeline().addBefore(http.name(), "early", new EarlyFrames(http));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof WebSocketFrame && !http.isRemoved()) {
      ReferenceCountUtil.release(message);
    } else {
      context.fireChannelRead(message);
    }
  }
}
