package dev.signalbox.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Keeps a client's further requests from Vert.x while its answers wait to be read, and does not
 * read on: in its strict thread mode, Vert.x would answer them all into memory.
 *
 * <p>It stands right before Vert.x. What is held is what one read brought. Owned by the
 * connection's event loop.
 */
final class UnreadAnswers extends ChannelInboundHandlerAdapter {
  private final ChannelHandlerContext http;
  private final Queue<Object> held = new ArrayDeque<>();
  private boolean stopped;

  private UnreadAnswers(ChannelHandlerContext http) {
    this.http = http;
  }

  /** Does so until {@code connection} is no longer HTTP's. */
  static void comeFirst(HttpConnection connection) {
    ChannelHandlerContext http = Pipelines.of(connection);
    Pipelines.addBefore(http, new UnreadAnswers(http));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (http.isRemoved()) {
      context.pipeline().remove(this);
      context.fireChannelRead(message);
    } else if (held.isEmpty() && context.channel().isWritable()) {
      context.fireChannelRead(message);
    } else {
      held.add(message);
      stopReading(context);
    }
  }

  /** Vert.x stops and goes on reading too, for reasons of its own. */
  private void stopReading(ChannelHandlerContext context) {
    if (context.channel().config().isAutoRead()) {
      context.channel().config().setAutoRead(false);
      stopped = true;
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    context.fireChannelWritabilityChanged();
    if (!held.isEmpty() && context.channel().isWritable()) {
      // Not at once: it may be somebody's write that made the room.
      context.executor().execute(() -> goOn(context));
    }
  }

  private void goOn(ChannelHandlerContext context) {
    if (stopped) {
      // Before anything is passed on, as Vert.x may stop it then.
      stopped = false;
      context.channel().config().setAutoRead(true);
    }
    while (!held.isEmpty() && context.channel().isWritable()) {
      context.fireChannelRead(held.remove());
    }
    context.fireChannelReadComplete();
    if (!held.isEmpty()) {
      stopReading(context);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    held.forEach(ReferenceCountUtil::release);
    held.clear();
  }
}
