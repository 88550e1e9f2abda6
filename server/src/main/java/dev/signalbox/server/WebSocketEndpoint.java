package dev.signalbox.server;

import dev.signalbox.wire.Problem;
import dev.signalbox.wire.RefusedException;
import dev.signalbox.wire.Subscription;
import dev.signalbox.wire.WebSocketFormat;
import io.vertx.core.http.ServerWebSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /v1/stream} as WebSocket. Owned by one event loop.
 *
 * <p>A refusal is told by closing with a code and a reason, because a page can't see the status of
 * a refused handshake.
 */
final class WebSocketEndpoint {
  private final EventLoop loop;
  private final StreamLoop streams;
  private final Commanding commanding;
  private final Hub hub;
  private final Set<WebSocketSession> sessions = new LinkedHashSet<>();

  WebSocketEndpoint(Hub hub, EventLoop loop, StreamLoop streams, Commanding commanding) {
    this.hub = hub;
    this.loop = loop;
    this.streams = streams;
    this.commanding = commanding;
  }

  /**
   * Takes over the connection of {@code socket}, whose HTTP side never hears of its end.
   *
   * @param deflated whether it was agreed that messages may be deflated
   */
  void open(ServerWebSocket socket, boolean deflated) {
    DeflatedFrames.take(socket, deflated);
    socket.closeHandler(_ -> hub.activity().disconnected());
    socket.exceptionHandler(Faults::ofPeer);
    Optional<Problem> stranger = hub.guard().check(socket.headers());
    if (hub.activity().isStopping()) {
      refuse(socket, CloseCode.STOPPING, "the hub is stopping");
    } else if (stranger.isPresent()) {
      refuse(socket, CloseCode.NOT_ALLOWED, stranger.get().detail());
    } else if (!hub.activity().enterWebSocket(hub.settings().limits().streams())) {
      refuse(socket, CloseCode.TRY_LATER, "too many clients");
    } else {
      talk(socket, deflated);
    }
  }

  private void talk(ServerWebSocket socket, boolean deflated) {
    WebSocketSession session =
        new WebSocketSession(socket, deflated, loop, streams, commanding, hub.activity());
    sessions.add(session);
    socket.closeHandler(_ -> {
      closed(session);
      hub.activity().disconnected();
    });
    socket.exceptionHandler(fault -> failed(session, fault));
    try {
      session.begin(hello(session.format()), atOnce(socket));
    } catch (RefusedException refused) {
      session.close(CloseCode.NOT_UNDERSTOOD, CloseCode.shortened(refused.problem().detail()));
    }
  }

  private static Optional<Subscription> atOnce(ServerWebSocket socket) throws RefusedException {
    String query = socket.query();
    if (query == null || query.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> parameters = Queries.parse(query);
    return Optional.of(Subscription.ofQuery(parameters));
  }

  private byte[] hello(WebSocketFormat format) {
    return format.hello(
        streams.state(), hub.version(), loop.epochMs(), hub.settings().heartbeat().toMillis());
  }

  private static void failed(WebSocketSession session, Throwable fault) {
    BrokenFrame.of(fault)
        .ifPresentOrElse(
            broken -> session.broken(broken.code(), broken.reason()), () -> Faults.ofPeer(fault));
  }

  private void closed(WebSocketSession session) {
    if (sessions.remove(session)) {
      session.ended();
      hub.activity().leaveWebSocket();
    }
  }

  private static void refuse(ServerWebSocket socket, CloseCode code, String reason) {
    ControlFrames.take(socket, () -> {});
    socket.close(code.number(), CloseCode.shortened(reason));
  }

  /** Pings and ends what is gone without a word; called every second. */
  void sweep() {
    long heartbeatNanos = hub.settings().heartbeat().toNanos();
    List.copyOf(sessions).forEach(session -> session.sweep(heartbeatNanos));
  }

  /** Closes every WebSocket because the hub stops. */
  void stop() {
    List.copyOf(sessions).forEach(WebSocketSession::endStopping);
  }
}
