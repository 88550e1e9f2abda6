package dev.signalbox.wire.dialect;

import java.util.Collection;

/**
 * Where a dialect puts what it has to say; everything reaches a client in the order in which it was
 * put. A message is bytes on the wire: an event of Server-Sent Events with its empty line, or the
 * text of a WebSocket message.
 */
public interface Outbox {
  /** To everyone who follows. Encoded once, whatever their number. */
  void toAll(Payload message);

  /** To these. */
  void to(Collection<Client> clients, Payload message);

  /**
   * To one, what is for it alone when it comes. Unlike news, this is never left out for a client
   * that is slow.
   */
  void to(Client client, Payload message);

  /** Ends a client's stream, after what was put for it before. */
  void end(Client client);
}
