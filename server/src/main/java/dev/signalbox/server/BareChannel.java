package dev.signalbox.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.VoidChannelPromise;
import io.netty.channel.WriteBufferWaterMark;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;

/**
 * A connection below all that encodes: takes bytes that are framed already, the same buffer for any
 * number of clients, and says when there is room for more.
 *
 * <p>It stands first in the pipeline, so that nothing comes between it and the socket. What Vert.x
 * was given earlier still goes out earlier: Vert.x keeps nothing back from a connection that can be
 * written, and what it kept back from one that could not, it writes before anyone is told here that
 * there is room again. Owned by the connection's event loop.
 */
final class BareChannel extends ChannelInboundHandlerAdapter {
  private static final WriteBufferWaterMark ROOM =
      new WriteBufferWaterMark(Limits.WRITE_QUEUE / 2, Limits.WRITE_QUEUE);

  private final Channel channel;
  private final ChannelHandlerContext context;
  private final ChannelPromise nobodyAsks;
  private Runnable writable = () -> {};
  private boolean shut;

  private BareChannel(Channel channel) {
    this.channel = channel;
    this.nobodyAsks = new VoidChannelPromise(channel, false);
    channel.config().setWriteBufferWaterMark(ROOM);
    ChannelPipeline pipeline = channel.pipeline();
    pipeline.addFirst(this);
    this.context = pipeline.context(this);
  }

  /** Below a WebSocket. */
  static BareChannel of(ServerWebSocket socket) {
    return of(Pipelines.of(socket).channel());
  }

  /** Below an HTTP/1 connection, on which a response has the word until it ends. */
  static BareChannel of(HttpConnection connection) {
    return of(Pipelines.of(connection).channel());
  }

  private static BareChannel of(Channel channel) {
    BareChannel there = channel.pipeline().get(BareChannel.class);
    return there == null ? new BareChannel(channel) : there;
  }

  /** Has {@code writable} run, from now on, whenever there is room again after there was none. */
  void whenWritable(Runnable writable) {
    this.writable = writable;
  }

  /** Whether so little waits to be sent that more may be written. */
  boolean isWritable() {
    return !shut && channel.isWritable();
  }

  /** Says that nothing may follow what was written: a farewell was said, by whichever side. */
  void shut() {
    shut = true;
  }

  /** Sends these bytes, which stay the caller's. */
  void write(Message message, Framing framing) {
    var _ = context.writeAndFlush(message.framed(framing).retainedDuplicate(), nobodyAsks);
  }

  /** Cuts the connection, without a farewell: from here on, Vert.x has no say in it. */
  void cut() {
    var _ = context.close();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    context.fireChannelWritabilityChanged();
    if (isWritable()) {
      // Not at once: it may be somebody's write that made the room.
      context.executor().execute(writable);
    }
  }
}
