package dev.signalbox.server;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.ServerWebSocket;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Inflates what one client's WebSocket brings, before anything else sees it, and checks the
 * reserved bits of every frame, which the decoder leaves alone where a client may deflate.
 *
 * <p>A deflated message is gathered and passed on as one frame. What inflates to more than a
 * message may have breaks the protocol, and so do many such messages at once: a few bytes of each
 * would keep the event loop busy and fill the memory. Owned by the client's event loop.
 */
final class DeflatedFrames extends ChannelInboundHandlerAdapter {
  /** How much all messages may inflate to that are read together, in bytes. */
  static final int MOST_AT_ONCE = 16 * Limits.MESSAGE;

  /** The first of the three reserved bits (RFC 7692, section 6). */
  private static final int DEFLATED = 4;

  private final boolean agreed;
  private @Nullable ByteArrayOutputStream message;
  private boolean binary;
  private boolean broken;
  private int inflated;

  private DeflatedFrames(boolean agreed) {
    this.agreed = agreed;
  }

  /**
   * Takes them from now on.
   *
   * @param agreed whether the client may deflate
   */
  static void take(ServerWebSocket socket, boolean agreed) {
    ChannelPipeline pipeline = Pipelines.of(socket).pipeline();
    String decoder = pipeline.context(WebSocketFrameDecoder.class).name();
    pipeline.addAfter(decoder, null, new DeflatedFrames(agreed));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object read) {
    if (!(read instanceof WebSocketFrame frame)) {
      context.fireChannelRead(read);
    } else if (broken) {
      frame.release();
    } else if (frame.rsv() == 0 && !isGathered(frame)) {
      context.fireChannelRead(frame);
    } else {
      take(context, frame);
    }
  }

  private boolean isGathered(WebSocketFrame frame) {
    return message != null && frame instanceof ContinuationWebSocketFrame;
  }

  private void take(ChannelHandlerContext context, WebSocketFrame frame) {
    try {
      checkBits(frame);
      gather(frame);
      if (frame.isFinalFragment()) {
        context.fireChannelRead(inflate());
      }
    } catch (CorruptedWebSocketFrameException fault) {
      broken = true;
      message = null;
      context.fireExceptionCaught(fault);
    } finally {
      ReferenceCountUtil.release(frame);
    }
  }

  private void checkBits(WebSocketFrame frame) {
    boolean begins = frame instanceof TextWebSocketFrame || frame instanceof BinaryWebSocketFrame;
    if (frame.rsv() != 0 && !(agreed && begins && frame.rsv() == DEFLATED)) {
      throw new CorruptedWebSocketFrameException(
          WebSocketCloseStatus.PROTOCOL_ERROR, "reserved bits " + frame.rsv());
    }
  }

  private void gather(WebSocketFrame frame) {
    ByteArrayOutputStream gathered = message;
    if (gathered == null) {
      gathered = new ByteArrayOutputStream();
      message = gathered;
      binary = frame instanceof BinaryWebSocketFrame;
    }
    if (gathered.size() + frame.content().readableBytes() > Limits.MESSAGE) {
      throw tooBig();
    }
    gathered.writeBytes(ByteBufUtil.getBytes(frame.content()));
  }

  private WebSocketFrame inflate() {
    byte[] payload = message == null ? new byte[0] : message.toByteArray();
    message = null;
    byte[] plain = Deflation.ofThread().inflate(payload);
    inflated += plain.length;
    if (inflated > MOST_AT_ONCE) {
      throw tooBig();
    }
    return binary
        ? new BinaryWebSocketFrame(Unpooled.wrappedBuffer(plain))
        : new TextWebSocketFrame(Unpooled.wrappedBuffer(plain));
  }

  private static CorruptedWebSocketFrameException tooBig() {
    return new CorruptedWebSocketFrameException(
        WebSocketCloseStatus.MESSAGE_TOO_BIG, "too much at once");
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    inflated = 0;
    context.fireChannelReadComplete();
  }
}
