package dev.signalbox.server;

import java.util.Optional;

/** The ways to follow. */
enum Transport {
  SSE {
    @Override
    Following follow(RawConnection connection, String query, Optional<String> id) {
      Ask ask = Ask.get("/v1/stream" + query).header("Accept", "text/event-stream");
      connection.send(id.map(last -> ask.header("Last-Event-ID", last)).orElse(ask).text());
      return new Following(connection, new SseBytes());
    }
  },
  WEB_SOCKET {
    @Override
    Following follow(RawConnection connection, String query, Optional<String> id) {
      return overWebSocket(connection, "signalbox.v1+json", query, id);
    }
  },
  WEB_SOCKET_CBOR {
    @Override
    Following follow(RawConnection connection, String query, Optional<String> id) {
      return overWebSocket(connection, "signalbox.v1+cbor", query, id);
    }
  },
  WEB_SOCKET_DEFLATED {
    @Override
    Following follow(RawConnection connection, String query, Optional<String> id) {
      return overWebSocket(connection, handshake("signalbox.v1+json", query, id), true);
    }
  };

  private static Following overWebSocket(
      RawConnection connection, String subprotocol, String query, Optional<String> id) {
    return overWebSocket(connection, handshake(subprotocol, query, id), false);
  }

  private static Following overWebSocket(
      RawConnection connection, Ask handshake, boolean inflates) {
    Ask ask = inflates ? handshake.header(Deflated.HEADER, Deflated.OF_A_BROWSER) : handshake;
    connection.send(ask.text());
    return new Following(connection, new WebSocketBytes(ping -> answer(connection, ping)));
  }

  private static Ask handshake(String subprotocol, String query, Optional<String> id) {
    String since = id.map(last -> (query.isEmpty() ? "?" : "&") + "since=" + last).orElse("");
    String all = query + since;
    return RawWebSocket.handshake(all.isEmpty() ? "?every=false" : all)
        .header("Sec-WebSocket-Protocol", subprotocol);
  }

  private static void answer(RawConnection connection, Frame ping) {
    connection.sendUnlessEnded(Frame.of(Frame.PONG, ping.text()).masked());
  }

  /**
   * Begins to follow.
   *
   * @param query with its question mark, or empty
   * @param id up to where the client is complete
   */
  abstract Following follow(RawConnection connection, String query, Optional<String> id);

  Following follow(ServedHub hub, String query, Optional<String> id) {
    return follow(new RawConnection(hub.port()), query, id);
  }

  Following follow(ServedHub hub, String query) {
    return follow(hub, query, Optional.empty());
  }
}
