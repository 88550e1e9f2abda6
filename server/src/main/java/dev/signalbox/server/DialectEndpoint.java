package dev.signalbox.server;

import dev.signalbox.wire.Problem;
import dev.signalbox.wire.RefusedException;
import dev.signalbox.wire.dialect.Answer;
import dev.signalbox.wire.dialect.Client;
import dev.signalbox.wire.dialect.Payload;
import dev.signalbox.wire.dialect.Request;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A dialect as one event loop reaches it: reads requests for it, writes its answers, begins its
 * streams. Owned by that loop.
 */
final class DialectEndpoint {
  private static final int RETRY_MS = 5_000;

  private final DialectHost host;
  private final Hub hub;
  private final EventLoop loop;
  private final Commanding commanding;
  private final Consumer<HttpConnection> streaming;
  private final Set<EventStream> streams = new LinkedHashSet<>();
  private final Set<DialectSocket> sockets = new LinkedHashSet<>();

  /**
   * @param streaming told of each connection on which a stream goes on
   */
  DialectEndpoint(
      DialectHost host,
      Hub hub,
      EventLoop loop,
      Commanding commanding,
      Consumer<HttpConnection> streaming) {
    this.host = host;
    this.hub = hub;
    this.loop = loop;
    this.commanding = commanding;
    this.streaming = streaming;
  }

  /** Whether the dialect answers this path on the main listener, whose root is the hub's. */
  boolean answers(String path) {
    return !path.equals("/") && host.routes().stream().anyMatch(route -> route.fits(path));
  }

  void handle(HttpServerRequest request) {
    BodyReader.read(
        request,
        body -> {
          try {
            handle(request, read(request, body));
          } catch (RefusedException refused) {
            refuse(request, refused.problem());
          }
        },
        this::refuse);
  }

  /** Answers what the hub refuses, as this dialect words it. */
  void refuse(HttpServerRequest request, Problem problem) {
    reply(request, host.refusal(problem));
  }

  private Request read(HttpServerRequest request, byte[] body) throws RefusedException {
    String address = request.remoteAddress().hostAddress();
    if (isGuarded(request)) {
      Optional<Problem> stranger = hub.guard().check(request.headers());
      if (stranger.isPresent()) {
        throw new RefusedException(stranger.get());
      }
      commanding.countAgainst(address);
    }
    return new Request(
        request.method().name(),
        String.valueOf(request.path()),
        Queries.arguments(request.query()),
        Optional.ofNullable(request.getHeader(HttpHeaders.HOST)).orElse(""),
        address,
        Payload.of(body));
  }

  private boolean isGuarded(HttpServerRequest request) {
    String method = request.method().name();
    return host.routes().stream()
        .anyMatch(route -> route.fits(String.valueOf(request.path())) && route.isGuarded(method));
  }

  private void handle(HttpServerRequest request, Request read) {
    host.answer(
        read,
        answer -> {
          switch (answer) {
            case Answer.Reply reply -> loop.run(() -> reply(request, reply));
            case Answer.Follow follow -> follow(request, read, follow);
            case Answer.Carry _ -> throw new IllegalStateException("a host carries by itself");
          }
        });
  }

  private static void reply(HttpServerRequest request, Answer.Reply reply) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(reply.status());
    reply.headers().forEach(header -> response.putHeader(header.name(), header.value()));
    Buffer body = Buffer.buffer(reply.body().bytes());
    response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    if (request.method().name().equals("HEAD")) {
      response.end();
    } else {
      response.end(body);
    }
  }

  /** Begins a stream of events. Thread: the dialect's. */
  private void follow(HttpServerRequest request, Request read, Answer.Follow follow) {
    if (hub.activity().isStopping()
        || !hub.activity().enterSse(hub.settings().limits().streams())) {
      loop.run(() -> reply(request, Answer.tryAgain(RETRY_MS)));
      return;
    }
    DialectAudience audience = host.audience(loop, hub.activity());
    host.join(
        read.client(),
        read.path(),
        audience,
        (client, complete) -> begin(request, client, follow, audience, complete));
  }

  private void begin(
      HttpServerRequest request,
      Client client,
      Answer.Follow follow,
      DialectAudience audience,
      long complete) {
    EventStream stream = new EventStream(request, follow.framing());
    audience.add(client, stream, complete);
    streams.add(stream);
    boolean begun =
        stream.begin(
            follow.headers(),
            () -> audience.writable(client),
            () -> leave(client, stream, audience));
    if (begun) {
      streaming.accept(stream.connection());
    }
  }

  private void leave(Client client, EventStream stream, DialectAudience audience) {
    streams.remove(stream);
    if (audience.remove(client)) {
      hub.activity().leaveSse();
      host.left(client);
    }
  }

  /** Takes a WebSocket, or closes it with the reason why not. */
  void open(ServerWebSocket socket, String path) {
    Request request =
        new Request(
            "GET",
            path,
            List.of(),
            Optional.ofNullable(socket.headers().get(HttpHeaders.HOST)).orElse(""),
            socket.remoteAddress().hostAddress(),
            Payload.EMPTY);
    DialectSocket opened = new DialectSocket(socket, host, hub, loop, commanding);
    sockets.add(opened);
    opened.begin(request, () -> sockets.remove(opened));
  }

  /** Pings and ends what is gone without a word; called every second. */
  void sweep() {
    long heartbeatNanos = hub.settings().heartbeat().toNanos();
    List.copyOf(sockets).forEach(socket -> socket.sweep(heartbeatNanos));
    long silenceNanos = hub.settings().limits().silence().toNanos();
    List.copyOf(streams).forEach(stream -> stream.sweep(loop.nanos(), silenceNanos));
  }
}
