package dev.signalbox.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;

/**
 * Drops the frames that a client sends together with its handshake, without waiting for the answer
 * as RFC 6455, section 4.1, asks. They come out of the decoder while HTTP still has the connection;
 * Vert.x passes over them there and never gives their buffers back.
 *
 * <p>It goes with the first message that comes when HTTP is gone. Where a handshake fails it stays,
 * and serves for the next one. Owned by the client's event loop.
 */
final class EarlyFrames extends ChannelInboundHandlerAdapter {
  private final ChannelHandlerContext http;

  private EarlyFrames(ChannelHandlerContext http) {
    this.http = http;
  }

  /** Drops them until {@code connection}, still HTTP's, has become a WebSocket's. */
  static void drop(HttpConnection connection) {
    ChannelHandlerContext http = Pipelines.of(connection);
    if (http.pipeline().get(EarlyFrames.class) == null) {
      Pipelines.addBefore(http, new EarlyFrames(http));
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (http.isRemoved()) {
      context.pipeline().remove(this);
      context.fireChannelRead(message);
    } else if (message instanceof WebSocketFrame) {
      ReferenceCountUtil.release(message);
    } else {
      context.fireChannelRead(message);
    }
  }
}
