package dev.signalbox.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.ServerWebSocket;

/**
 * Takes the pings and pongs of one client's WebSocket before Vert.x does, which answers every ping
 * whether the client reads or not, and at each of them reads on even from a socket that is paused.
 *
 * <p>A ping is left without answer while answers wait to be read: RFC 6455, section 5.5.3, lets
 * only the most recent be answered. Owned by the client's event loop.
 */
final class ControlFrames extends ChannelInboundHandlerAdapter {
  private final BareChannel channel;
  private final Runnable pongHeard;

  private ControlFrames(BareChannel channel, Runnable pongHeard) {
    this.channel = channel;
    this.pongHeard = pongHeard;
  }

  /** Takes them from now on; {@code pongHeard} runs at each pong. */
  static void take(ServerWebSocket socket, Runnable pongHeard) {
    Pipelines.addBefore(Pipelines.of(socket), new ControlFrames(BareChannel.of(socket), pongHeard));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof PongWebSocketFrame) {
      ReferenceCountUtil.release(message);
      pongHeard.run();
    } else if (message instanceof PingWebSocketFrame && !context.channel().isWritable()) {
      ReferenceCountUtil.release(message);
    } else {
      if (message instanceof CloseWebSocketFrame) {
        channel.shut();
      }
      context.fireChannelRead(message);
    }
  }
}
