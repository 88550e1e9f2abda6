package dev.signalbox.server;

import dev.signalbox.wire.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Writes whole answers. Thread: the request's event loop. */
final class Answers {
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private Answers() {}

  /** 200 or 201 with a JSON text. */
  static void json(HttpServerRequest request, int status, byte[] body) {
    send(request, status, JSON, Buffer.buffer(body));
  }

  static void problem(HttpServerRequest request, Problem problem) {
    if (problem.status() == 429 || problem.status() == 503) {
      request.response().putHeader("Retry-After", "1");
    }
    send(request, problem.status(), PROBLEM, Buffer.buffer(problem.json()));
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

  static void tagged(HttpServerRequest request, String etag, byte[] body) {
    request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    tagged(request, JSON, etag, Buffer.buffer(body));
  }

  private static void send(HttpServerRequest request, int status, String type, Buffer body) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    if (request.method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(body);
    }
  }
}
