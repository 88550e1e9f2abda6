package dev.signalbox.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;

/**
 * Fails a client's WebSocket at the first text that is not UTF-8, with 1007 as RFC 6455, section
 * 8.1, asks for: Vert.x would put replacement characters there. The reason of a close is such a
 * text too; of that, Netty's decoder does not see that its last character is cut off.
 *
 * <p>Nothing that comes after such a text is heard (section 7.1.7). It stands right before Vert.x,
 * so that it sees texts as they are meant. Owned by the client's event loop.
 */
final class Utf8Frames extends Utf8FrameValidator {
  private static final int CODE_BYTES = 2;

  private boolean failed;

  private Utf8Frames() {
    super(false);
  }

  /** Looks at all texts from now on; a fault is told as one of the socket. */
  static void check(ServerWebSocket socket) {
    Pipelines.addBefore(Pipelines.of(socket), new Utf8Frames());
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (failed) {
      ReferenceCountUtil.release(message);
      return;
    }
    try {
      if (message instanceof CloseWebSocketFrame close && !hasReason(close)) {
        close.release();
        throw new CorruptedWebSocketFrameException(
            WebSocketCloseStatus.INVALID_PAYLOAD_DATA, "the reason of the close is not UTF-8");
      }
      super.channelRead(context, message);
    } catch (CorruptedWebSocketFrameException fault) {
      failed = true;
      throw fault;
    }
  }

  /** Whether its reason, which may be none, is whole. */
  private static boolean hasReason(CloseWebSocketFrame close) {
    ByteBuf body = close.content();
    int length = Math.max(0, body.readableBytes() - CODE_BYTES);
    return ByteBufUtil.isText(body, body.writerIndex() - length, length, StandardCharsets.UTF_8);
  }
}
