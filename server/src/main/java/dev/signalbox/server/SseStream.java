package dev.signalbox.server;

import dev.signalbox.wire.SseJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One client's stream of Server-Sent Events. Owned by its event loop. */
final class SseStream implements Outlet {
  private final HttpServerResponse response;
  private final BareChannel channel;
  private final Framing framing;
  private final Activity activity;
  private @Nullable Follower follower;
  private boolean ended;

  /** Of a response whose head is made up. */
  SseStream(HttpServerResponse response, BareChannel channel, Activity activity) {
    this.response = response;
    this.channel = channel;
    this.activity = activity;
    // HTTP/1.0 has no chunks.
    this.framing = response.isChunked() ? Framing.CHUNK : Framing.BARE;
  }

  /**
   * Begins to follow as soon as the head of the response is on its way: on a connection that asked
   * for much before, that may be later.
   *
   * @param writable told whenever there is room again after there was none
   */
  void begin(Supplier<Follower> follow, Consumer<Follower> writable) {
    if (ended) {
      return;
    }
    if (channel.isWritable()) {
      Follower begun = follow.get();
      follower = begun;
      channel.whenWritable(() -> writable.accept(begun));
    } else {
      channel.whenWritable(() -> begin(follow, writable));
    }
  }

  /** Says that the stream is over. True the first time only. */
  boolean leave() {
    boolean first = !ended;
    ended = true;
    channel.whenWritable(() -> {});
    return first;
  }

  /** Who follows here, once it has begun. */
  Optional<Follower> follower() {
    return Optional.ofNullable(follower);
  }

  @Override
  public boolean isWritable() {
    return !ended && channel.isWritable();
  }

  @Override
  public void write(Message message) {
    channel.write(message, framing);
  }

  @Override
  public void endLagged() {
    response.end();
  }

  /** A hub that starts again should not have everyone come back in one instant. */
  @Override
  public void endStopping() {
    response.end(Buffer.buffer(SseJson.retry(activity.retryMs())));
  }
}
