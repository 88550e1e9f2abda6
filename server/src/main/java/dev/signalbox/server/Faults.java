package dev.signalbox.server;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.vertx.core.VertxException;
import java.io.IOException;

/**
 * What goes wrong on a connection, sorted: a peer that went away, or talks nonsense, is no news.
 */
final class Faults {
  private static final System.Logger LOG = System.getLogger(Faults.class.getName());

  private Faults() {}

  /** A fault on a connection; whatever answer it needs has been given. */
  static void ofPeer(Throwable fault) {
    if (fault instanceof IOException
        || fault instanceof VertxException
        || fault instanceof DecoderException
        || fault instanceof WebSocketHandshakeException
        // Netty's word for HTTP that breaks its rules.
        || fault instanceof IllegalArgumentException) {
      LOG.log(System.Logger.Level.DEBUG, "a connection failed: {0}", printable(fault));
    } else {
      LOG.log(System.Logger.Level.WARNING, "a connection failed", fault);
    }
  }

  /** A fault's words may be the peer's. */
  private static String printable(Throwable fault) {
    return fault.toString().replaceAll("\\p{Cntrl}", "?");
  }

  /** A defect of the hub itself, which a request brought to light. */
  static void ofHub(RuntimeException defect) {
    LOG.log(System.Logger.Level.ERROR, "a request could not be answered", defect);
  }
}
