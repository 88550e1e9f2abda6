package dev.signalbox.server;

import dev.signalbox.wire.dialect.Answer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** One client's stream of Server-Sent Events in a dialect. Owned by its event loop. */
final class EventStream implements DialectOutlet {
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final boolean untilClose;
  private final BareChannel channel;
  private Framing framing = Framing.BARE;
  private boolean open;
  private boolean stalled;
  private long stalledSince;

  EventStream(HttpServerRequest request, Answer.Framing framing) {
    this.request = request;
    this.response = request.response();
    this.untilClose = framing == Answer.Framing.UNTIL_CLOSE;
    this.channel = BareChannel.of(request.connection());
  }

  /**
   * Writes the head.
   *
   * @param writable told whenever more can be written, after it could not
   * @param gone told, once or more, that the stream has ended, whoever ended it
   * @return false if the client is gone already
   */
  boolean begin(List<Answer.Header> headers, Runnable writable, Runnable gone) {
    if (response.closed()) {
      gone.run();
      return false;
    }
    headers.forEach(header -> response.putHeader(header.name(), header.value()));
    response.setChunked(true);
    if (untilClose) {
      // Vert.x frames what has no length; the firmware did not.
      response.headersEndHandler(_ -> response.headers().remove(HttpHeaders.TRANSFER_ENCODING));
    } else if (response.isChunked()) {
      framing = Framing.CHUNK;
    }
    open = true;
    channel.whenWritable(writable);
    response.closeHandler(_ -> over(gone));
    response.endHandler(_ -> over(gone));
    response.writeHead();
    return true;
  }

  private void over(Runnable gone) {
    open = false;
    channel.whenWritable(() -> {});
    gone.run();
  }

  /**
   * Cuts a connection that has taken nothing for too long; called every second. The system does
   * that too, but not every system, and not for a peer that says that it has no room.
   */
  void sweep(long nanos, long silenceNanos) {
    boolean full = isOpen() && !channel.isWritable();
    if (full && stalled && nanos - stalledSince >= silenceNanos) {
      channel.cut();
    } else if (!full || !stalled) {
      stalled = full;
      stalledSince = nanos;
    }
  }

  HttpConnection connection() {
    return request.connection();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public boolean isWritable() {
    return open && channel.isWritable();
  }

  @Override
  public void write(Message message) {
    channel.write(message, framing);
  }

  @Override
  public void end() {
    if (isOpen()) {
      var ended = response.end();
      if (untilClose) {
        ended.onComplete(_ -> request.connection().close());
      }
    }
  }

  @Override
  public void stop() {
    end();
  }
}
