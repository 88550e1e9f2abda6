package dev.signalbox.server;

import dev.signalbox.wire.Encoding;
import dev.signalbox.wire.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Writes whole answers. Thread: the request's event loop. */
final class Answers {
  /** Writes a value in the encoding that the client prefers. */
  @FunctionalInterface
  interface Content {
    byte[] in(Encoding encoding);
  }

  private Answers() {}

  /** 200 or 201 with a value. */
  static void value(HttpServerRequest request, int status, Content content) {
    value(request, status, Negotiation.ofAnswer(request), content);
  }

  /** 200 or 201 with a value as it was at {@code sequence}, and its tag. */
  static void taggedValue(
      HttpServerRequest request, int status, String epoch, long sequence, Content content) {
    Encoding encoding = Negotiation.ofAnswer(request);
    request.response().putHeader(HttpHeaders.ETAG, Etags.of(epoch, sequence, encoding));
    value(request, status, encoding, content);
  }

  private static void value(
      HttpServerRequest request, int status, Encoding encoding, Content content) {
    send(request, status, encoding.mediaType(), Buffer.buffer(content.in(encoding)));
  }

  /** 200 with a text of that media type. */
  static void text(HttpServerRequest request, String type, byte[] body) {
    send(request, 200, type, Buffer.buffer(body));
  }

  static void problem(HttpServerRequest request, Problem problem) {
    if (problem.status() == 429 || problem.status() == 503) {
      request.response().putHeader("Retry-After", "1");
    }
    Encoding encoding = Negotiation.ofAnswer(request);
    Buffer body = Buffer.buffer(problem.bytes(encoding));
    send(request, problem.status(), encoding.problemType(), body);
  }

  static void noContent(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    if (!response.ended() && !response.closed()) {
      response.setStatusCode(204).end();
    }
  }

  /**
   * A representation with a tag, or 304 if the client has it.
   *
   * @param etag with its quotes
   */
  static void tagged(HttpServerRequest request, String type, String etag, Buffer body) {
    request.response().putHeader(HttpHeaders.ETAG, etag).putHeader(HttpHeaders.VARY, "Accept");
    if (Etags.anyMatches(request.getHeader(HttpHeaders.IF_NONE_MATCH), etag)) {
      request.response().setStatusCode(304).end();
    } else {
      send(request, 200, type, body);
    }
  }

  /** A value as it has been since {@code sequence}, or 304 if the client has it. */
  static void tagged(HttpServerRequest request, String epoch, long sequence, Content content) {
    request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    Encoding encoding = Negotiation.ofAnswer(request);
    Buffer body = Buffer.buffer(content.in(encoding));
    tagged(request, encoding.mediaType(), Etags.of(epoch, sequence, encoding), body);
  }

  private static void send(HttpServerRequest request, int status, String type, Buffer body) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.VARY, "Accept")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    if (request.method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(body);
    }
  }
}
