package dev.signalbox.server;

import dev.signalbox.wire.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of one request, up to {@link Limits#BODY}. Of a longer one the rest is thrown
 * away, up to {@link Limits#DISCARDED_BODY}, so that the client has sent it all and reads the
 * refusal; from one that is longer still the connection is closed. Owned by the request's event
 * loop.
 */
final class BodyReader {
  private final HttpServerRequest request;
  private final Consumer<byte[]> receiver;
  private final Refusal refusal;
  private final Buffer body = Buffer.buffer();
  private long seen;

  private BodyReader(HttpServerRequest request, Consumer<byte[]> receiver, Refusal refusal) {
    this.request = request;
    this.receiver = receiver;
    this.refusal = refusal;
  }

  /** Hands the whole body to {@code receiver}, or answers 413. */
  static void read(HttpServerRequest request, Consumer<byte[]> receiver) {
    read(request, receiver, Refusal.OF_THE_HUB);
  }

  /** Hands the whole body to {@code receiver}, or answers 413 by {@code refusal}. */
  static void read(HttpServerRequest request, Consumer<byte[]> receiver, Refusal refusal) {
    BodyReader reader = new BodyReader(request, receiver, refusal);
    if (announced(request) > Limits.DISCARDED_BODY) {
      reader.refuseAtOnce();
      return;
    }
    request.handler(reader::chunk);
    request.endHandler(reader::end);
  }

  private static long announced(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null || !length.matches("[0-9]{1,18}") ? 0 : Long.parseLong(length);
  }

  private void chunk(Buffer chunk) {
    seen += chunk.length();
    if (seen <= Limits.BODY) {
      body.appendBuffer(chunk);
    } else if (seen > Limits.DISCARDED_BODY) {
      refuseAtOnce();
    }
  }

  private void end(@Nullable Void end) {
    if (seen <= Limits.BODY) {
      receiver.accept(body.getBytes());
    } else {
      refusal.answer(request, tooLarge());
    }
  }

  private void refuseAtOnce() {
    request.handler(null).endHandler(null);
    request.response().putHeader(HttpHeaders.CONNECTION, "close");
    refusal.answer(request, tooLarge());
    request.response().closeHandler(null);
    request.connection().close();
  }

  private static Problem tooLarge() {
    return Problem.tooLarge(413, "The body may have at most " + Limits.BODY + " bytes.");
  }
}
