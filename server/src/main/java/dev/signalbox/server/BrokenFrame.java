package dev.signalbox.server;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import java.util.Optional;

/**
 * That a client's frames break the WebSocket protocol or its bounds.
 *
 * @param code with which the connection is closed
 */
record BrokenFrame(short code, String reason) {
  /**
   * What a fault on a WebSocket says of the client's frames; empty if it is about something else.
   */
  static Optional<BrokenFrame> of(Throwable fault) {
    return switch (fault) {
      case CorruptedWebSocketFrameException broken ->
          Optional.of(new BrokenFrame((short) broken.closeStatus().code(), "broken frame"));
      // Vert.x's word for a message whose frames together exceed what it may have.
      case IllegalStateException _ ->
          Optional.of(
              new BrokenFrame(CloseCode.TOO_BIG.number(), "a message may have 65536 bytes"));
      default -> Optional.empty();
    };
  }
}
