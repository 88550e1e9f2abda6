package dev.signalbox.server;

import dev.signalbox.wire.Problem;
import dev.signalbox.wire.RefusedException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes WebSockets of requests, or refuses to. Owned by one event loop. */
final class Upgrades {
  private final WebSocketEndpoint webSockets;
  private final Deadlines deadlines;
  private final boolean mayDeflate;

  /**
   * @param webSockets for those who ask for the hub's own stream
   * @param deadlines which end once a connection is a WebSocket's
   * @param mayDeflate whether the messages of the hub's own stream may be deflated
   */
  Upgrades(WebSocketEndpoint webSockets, Deadlines deadlines, boolean mayDeflate) {
    this.webSockets = webSockets;
    this.deadlines = deadlines;
    this.mayDeflate = mayDeflate;
  }

  /** A request for {@code /v1/stream} that asks to become a WebSocket. */
  void openStream(HttpServerRequest request) {
    try {
      Optional<String> extension =
          DeflateOffer.answer(request.headers().getAll(DeflateOffer.HEADER))
              .filter(_ -> mayDeflate);
      upgrade(
          request,
          extension,
          socket -> webSockets.open(socket, extension.isPresent()),
          Refusal.OF_THE_HUB);
    } catch (RefusedException malformed) {
      refuse(request, malformed.problem(), Refusal.OF_THE_HUB);
    }
  }

  /** A request where a dialect takes nothing but WebSockets. */
  void openDialect(HttpServerRequest request, DialectEndpoint endpoint) {
    if (Handshake.isAskedBy(request)) {
      upgrade(
          request,
          Optional.empty(),
          socket -> endpoint.open(socket, String.valueOf(request.path())),
          endpoint::refuse);
    } else {
      request.response().putHeader(HttpHeaders.UPGRADE, "websocket");
      refuse(request, Problem.webSocketOnly(), endpoint::refuse);
    }
  }

  private void upgrade(
      HttpServerRequest request,
      Optional<String> extension,
      Consumer<ServerWebSocket> opened,
      Refusal refusal) {
    Optional<Problem> fault = Handshake.fault(request);
    if (fault.isPresent()) {
      request.response().putHeader("Sec-WebSocket-Version", "13");
      refuse(request, fault.get(), refusal);
      return;
    }
    HttpConnection connection = request.connection();
    extension.ifPresent(agreed -> request.response().putHeader(DeflateOffer.HEADER, agreed));
    HttpGate gate = HttpGate.of(connection);
    gate.upgrades();
    request
        .toWebSocket()
        .onSuccess(socket -> {
          deadlines.forget(connection);
          opened.accept(socket);
        })
        .onFailure(failure -> {
          gate.staysHttp();
          Faults.ofPeer(failure);
        });
  }

  private static void refuse(HttpServerRequest request, Problem problem, Refusal refusal) {
    BodyReader.read(request, _ -> refusal.answer(request, problem), refusal);
  }
}
