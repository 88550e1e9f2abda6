package dev.signalbox.server;

import dev.signalbox.wire.Problem;
import dev.signalbox.wire.RefusedException;
import dev.signalbox.wire.SseJson;
import dev.signalbox.wire.StreamFormat;
import dev.signalbox.wire.Subscription;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /v1/stream} as Server-Sent Events. Owned by one event loop.
 *
 * <p>A refusal that will pass is an empty stream with a {@code retry}, because an EventSource never
 * comes back from any status but 200.
 */
final class SseEndpoint {
  private static final StreamFormat FORMAT = new SseJson();

  private final StreamLoop streams;
  private final Activity activity;
  private final int mostStreams;

  SseEndpoint(StreamLoop streams, Activity activity, ServerSettings settings) {
    this.streams = streams;
    this.activity = activity;
    this.mostStreams = settings.limits().streams();
  }

  void answer(HttpServerRequest request, Map<String, String> query) {
    try {
      Subscription wanted = wanted(request, query);
      Optional<String> unknown = wanted.filter().unknownIn(streams.state());
      if (unknown.isPresent()) {
        throw new RefusedException(Problem.notFound("There is no " + unknown.get() + "."));
      }
      begin(request, wanted);
    } catch (RefusedException refused) {
      Answers.problem(request, refused.problem());
    }
  }

  private static Subscription wanted(HttpServerRequest request, Map<String, String> query)
      throws RefusedException {
    Subscription wanted = Subscription.ofQuery(query);
    String lastEventId = request.getHeader("Last-Event-ID");
    return lastEventId == null ? wanted : wanted.withSince(lastEventId);
  }

  private void begin(HttpServerRequest request, Subscription wanted) {
    HttpServerResponse response = request.response();
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Accel-Buffering", "no")
        .putHeader("X-Content-Type-Options", "nosniff");
    Buffer retry = Buffer.buffer(SseJson.retry(activity.retryMs()));
    if (activity.isStopping() || !activity.enterSse(mostStreams)) {
      response.end(retry);
      return;
    }
    response.write(retry);
    BareChannel channel = BareChannel.of(request.connection());
    SseStream stream = new SseStream(response, channel, activity);
    response.closeHandler(_ -> left(stream));
    response.endHandler(_ -> left(stream));
    stream.begin(() -> streams.follow(wanted, FORMAT, stream), streams::writable);
  }

  private void left(SseStream stream) {
    if (stream.leave()) {
      stream.follower().ifPresent(streams::remove);
      activity.leaveSse();
    }
  }
}
