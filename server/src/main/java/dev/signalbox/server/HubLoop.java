package dev.signalbox.server;

import dev.signalbox.wire.Problem;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The hub on one event loop: its share of the connections, and all that belongs to them. */
final class HubLoop {
  private static final long SWEEP_MS = 1_000;
  private static final long SWEEP_NANOS = SWEEP_MS * 1_000_000;

  private static final int SEND_BUFFER = 64 * 1024;

  /** How long a WebSocket's client has to answer that it is closed. */
  private static final int CLOSING_SECONDS = 1;

  private final Hub hub;
  private final EventLoop loop;
  private final StreamLoop streams;
  private final WebSocketEndpoint webSockets;
  private final Upgrades upgrades;
  private final RequestRouter router;
  private final Commanding commanding;
  private final Map<DialectHost, DialectEndpoint> dialects = new LinkedHashMap<>();
  private final Deadlines deadlines;
  private final KeepAlive keepAlive;
  private final Runnable wakeUp;
  private long sweepDueNanos;

  /** Made on its event loop. */
  HubLoop(Context context, Hub hub) {
    this.hub = hub;
    this.loop = new EventLoop(context, System::nanoTime, InstantSource.system());
    this.streams = new StreamLoop(hub.engine().stream(), hub.activity(), hub.settings(), loop);
    this.commanding = new Commanding(hub, loop);
    this.webSockets = new WebSocketEndpoint(hub, loop, streams, commanding);
    this.router =
        new RequestRouter(
            hub, commanding, new SseEndpoint(streams, hub.activity(), hub.settings()));
    this.wakeUp = streams::wakeUp;
    this.deadlines = new Deadlines(hub.settings().limits());
    this.upgrades = new Upgrades(webSockets, deadlines, hub.settings().streaming().deflate());
    this.keepAlive = new KeepAlive((int) hub.settings().limits().silence().toSeconds());
  }

  EventLoop loop() {
    return loop;
  }

  /** Begins to follow the changes, and to look after the connections. On the loop. */
  void start() {
    sweepDueNanos = loop.nanos() + SWEEP_NANOS;
    loop.context().owner().setPeriodic(SWEEP_MS, _ -> sweep());
    hub.engine().stream().listen(wakeUp);
  }

  /** Begins to listen. On the loop. */
  Future<HttpServer> listen(Door door) {
    Consumer<HttpServerRequest> answerer = answerer(door);
    HttpServer server = loop.context().owner().createHttpServer(options(door));
    server.connectionHandler(this::connected);
    server.requestHandler(request -> request(request, door, answerer));
    server.invalidRequestHandler(request -> RequestRouter.invalid(request, refusal(door, request)));
    server.exceptionHandler(Faults::ofPeer);
    return server.listen(door.address());
  }

  private Consumer<HttpServerRequest> answerer(Door door) {
    return switch (door) {
      case Door.Main main -> {
        List<DialectEndpoint> shown = main.dialects().stream().map(this::endpoint).toList();
        yield request -> answer(request, shown);
      }
      case Door.DialectHttp http -> endpoint(http.host())::handle;
      case Door.DialectWebSocket sockets -> {
        DialectEndpoint endpoint = endpoint(sockets.host());
        yield request -> upgrades.openDialect(request, endpoint);
      }
    };
  }

  /** How a request at that door is refused that can't be handled. */
  private Refusal refusal(Door door, HttpServerRequest request) {
    return switch (door) {
      case Door.Main main ->
          router.refusal(request, main.dialects().stream().map(this::endpoint).toList());
      case Door.DialectHttp http -> endpoint(http.host())::refuse;
      case Door.DialectWebSocket sockets -> endpoint(sockets.host())::refuse;
    };
  }

  private DialectEndpoint endpoint(DialectHost host) {
    return dialects.computeIfAbsent(
        host, _ -> new DialectEndpoint(host, hub, loop, commanding, deadlines::suspend));
  }

  private HttpServerOptions options(Door door) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHttp2ClearTextEnabled(false)
            .setAlpnVersions(List.of(HttpVersion.HTTP_1_1))
            .setMaxInitialLineLength(Limits.REQUEST_LINE)
            .setMaxHeaderSize(Limits.HEADERS)
            .setMaxWebSocketFrameSize(Limits.MESSAGE)
            .setMaxWebSocketMessageSize(Limits.MESSAGE)
            .setWebSocketClosingTimeout(CLOSING_SECONDS)
            .setWebSocketSubProtocols(door.subprotocols())
            // No more than that the decoder leaves the reserved bits to DeflatedFrames.
            .setPerMessageWebSocketCompressionSupported(mayDeflate(door))
            .setPerFrameWebSocketCompressionSupported(false)
            .setHandle100ContinueAutomatically(true)
            // All is written on the loop, so that Vert.x needs no queue for each connection.
            .setStrictThreadMode(true)
            .setTcpNoDelay(true)
            .setSendBufferSize(SEND_BUFFER);
    keepAlive.set(options);
    return options;
  }

  private boolean mayDeflate(Door door) {
    return switch (door) {
      case Door.Main _ -> hub.settings().streaming().deflate();
      case Door.DialectHttp _, Door.DialectWebSocket _ -> false;
    };
  }

  private void connected(HttpConnection connection) {
    DeflateOffer.withholdFromVertx(connection);
    HttpGate.before(Pipelines.of(connection));
    if (!hub.activity().connected(hub.settings().limits().connections())) {
      connection.close();
      return;
    }
    keepAlive.watch(connection);
    deadlines.awaitRequest(connection, loop.nanos());
    connection.exceptionHandler(Faults::ofPeer);
    connection.closeHandler(_ -> {
      deadlines.forget(connection);
      hub.activity().disconnected();
    });
  }

  private void request(HttpServerRequest request, Door door, Consumer<HttpServerRequest> answerer) {
    HttpConnection connection = request.connection();
    HttpServerResponse response = request.response();
    request.exceptionHandler(Faults::ofPeer);
    response.exceptionHandler(Faults::ofPeer);
    response.bodyEndHandler(_ -> deadlines.awaitRequest(connection, loop.nanos()));
    try {
      answerer.accept(request);
    } catch (RuntimeException defect) {
      Faults.ofHub(defect);
      if (response.headWritten()) {
        connection.close();
      } else {
        refusal(door, request).answer(request, Problem.defect());
      }
    }
  }

  private void answer(HttpServerRequest request, List<DialectEndpoint> shown) {
    if ("/v1/stream".equals(request.path()) && Handshake.isAskedBy(request)) {
      upgrades.openStream(request);
      return;
    }
    router.handle(request, shown);
    HttpServerResponse response = request.response();
    if (response.headWritten() && !response.ended()) {
      // A stream has begun.
      deadlines.suspend(request.connection());
    }
  }

  private void sweep() {
    hub.activity().lateness().note(loop.nanos() - sweepDueNanos);
    sweepDueNanos = loop.nanos() + SWEEP_NANOS;
    streams.sweep();
    webSockets.sweep();
    dialects.values().forEach(DialectEndpoint::sweep);
    deadlines.sweep(loop.nanos());
  }

  /** Ends all streams, on the loop, and no longer follows the changes. Thread: any. */
  void stop() {
    hub.engine().stream().forget(wakeUp);
    loop.run(() -> {
      streams.stop();
      webSockets.stop();
    });
  }
}
