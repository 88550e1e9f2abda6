package dev.signalbox.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.vertx.core.http.ServerWebSocket;

/**
 * Has a message in pieces begin with the first piece that is not empty. RFC 6455, section 5.4, lets
 * it begin with an empty one, but Vert.x then takes the rest of it for nothing.
 *
 * <p>Owned by the client's event loop.
 */
final class EmptyBeginnings extends ChannelInboundHandlerAdapter {
  /** The kind of the message of which only empty pieces have come. */
  private enum Begun {
    NOTHING,
    TEXT,
    BINARY
  }

  private Begun begun = Begun.NOTHING;

  private EmptyBeginnings() {}

  /** Takes them away from now on. */
  static void skip(ServerWebSocket socket) {
    Pipelines.addBefore(Pipelines.of(socket), new EmptyBeginnings());
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    switch (message) {
      case TextWebSocketFrame text when isEmptyPiece(text) -> skip(Begun.TEXT, text);
      case BinaryWebSocketFrame binary when isEmptyPiece(binary) -> skip(Begun.BINARY, binary);
      case ContinuationWebSocketFrame piece when begun != Begun.NOTHING -> goOn(context, piece);
      default -> context.fireChannelRead(message);
    }
  }

  private static boolean isEmptyPiece(WebSocketFrame frame) {
    return !frame.isFinalFragment() && !frame.content().isReadable();
  }

  private void skip(Begun kind, WebSocketFrame piece) {
    begun = kind;
    piece.release();
  }

  private void goOn(ChannelHandlerContext context, ContinuationWebSocketFrame piece) {
    if (isEmptyPiece(piece)) {
      piece.release();
      return;
    }
    boolean last = piece.isFinalFragment();
    context.fireChannelRead(
        begun == Begun.TEXT
            ? new TextWebSocketFrame(last, piece.rsv(), piece.content())
            : new BinaryWebSocketFrame(last, piece.rsv(), piece.content()));
    begun = Begun.NOTHING;
  }
}
