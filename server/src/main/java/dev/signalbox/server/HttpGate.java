package dev.signalbox.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Stands right before Vert.x while a connection is HTTP's, and keeps from it what it does not cope
 * with.
 *
 * <p>A client's further requests wait while its answers wait to be read, and nothing more is read:
 * in its strict thread mode, Vert.x would answer them all into memory. What is held is what one
 * read brought.
 *
 * <p>What comes behind a handshake before HTTP has left the connection is dropped: the client did
 * not wait for the answer, as RFC 6455, section 4.1, asks. Vert.x would never give the buffers of
 * frames back, and would carry out requests whose answers can't be told any more (as it does with
 * those that it has taken already, while the request before the handshake was being answered).
 *
 * <p>It goes with the first message that comes when HTTP is gone. Owned by the connection's event
 * loop.
 */
final class HttpGate extends ChannelInboundHandlerAdapter {
  private final ChannelHandlerContext http;
  private final Queue<Object> held = new ArrayDeque<>();
  private boolean stopped;

  /** Whether Vert.x has the head of a request, but not yet its end. */
  private boolean within;

  private boolean upgrading;

  private HttpGate(ChannelHandlerContext http) {
    this.http = http;
  }

  /** Stands before {@code http}, Vert.x's handler of a connection that is HTTP's. */
  static void before(ChannelHandlerContext http) {
    Pipelines.addBefore(http, new HttpGate(http));
  }

  /** The one of a connection that is still HTTP's. */
  static HttpGate of(HttpConnection connection) {
    return Pipelines.of(connection).pipeline().get(HttpGate.class);
  }

  /** Says that the request that was passed on last becomes a WebSocket. */
  void upgrades() {
    upgrading = true;
  }

  /** Says that nothing came of it. */
  void staysHttp() {
    upgrading = false;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (http.isRemoved()) {
      context.pipeline().remove(this);
      context.fireChannelRead(message);
    } else if (isBehindHandshake()) {
      ReferenceCountUtil.release(message);
    } else if (held.isEmpty() && context.channel().isWritable()) {
      pass(context, message);
    } else {
      held.add(message);
      stopReading(context);
    }
  }

  /** The end of the handshake itself is Vert.x's. */
  private boolean isBehindHandshake() {
    return upgrading && !within;
  }

  private void pass(ChannelHandlerContext context, Object message) {
    within = !(message instanceof LastHttpContent);
    context.fireChannelRead(message);
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
    while (!held.isEmpty() && context.channel().isWritable() && !isBehindHandshake()) {
      pass(context, held.remove());
    }
    if (isBehindHandshake()) {
      dropHeld();
    }
    context.fireChannelReadComplete();
    if (!held.isEmpty()) {
      stopReading(context);
    }
  }

  private void dropHeld() {
    held.forEach(ReferenceCountUtil::release);
    held.clear();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    dropHeld();
  }
}
