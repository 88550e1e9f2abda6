package dev.signalbox.server;

import dev.signalbox.wire.Encoding;
import dev.signalbox.wire.MetricsText.Format;
import dev.signalbox.wire.Problem;
import dev.signalbox.wire.RefusedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.stream.Stream;

/** Which encoding a request has, and which its answer is to have (RFC 9110, section 12.5.1). */
final class Negotiation {
  private static final String BODIES =
      "The body must be application/json or application/cbor, or one of them as a merge patch:"
          + " application/merge-patch+json, application/merge-patch+cbor.";

  private Negotiation() {}

  /**
   * The encoding of a request's body.
   *
   * @throws RefusedException if it is none of ours
   */
  static Encoding ofBody(HttpServerRequest request) throws RefusedException {
    String header = request.getHeader(HttpHeaders.CONTENT_TYPE);
    String type = header == null ? "" : Accept.essence(header);
    return Stream.of(Encoding.values())
        .filter(encoding -> type.equals(encoding.mediaType()) || type.equals(encoding.patchType()))
        .findFirst()
        .orElseThrow(() -> new RefusedException(Problem.unsupportedMediaType(BODIES)));
  }

  /** The encoding of the answer: CBOR where the client says that it prefers it, otherwise JSON. */
  static Encoding ofAnswer(HttpServerRequest request) {
    return preferred(accept(request));
  }

  /** The format of figures: OpenMetrics for whoever names it and likes it no less than text. */
  static Format ofFigures(HttpServerRequest request) {
    return preferredForFigures(accept(request));
  }

  private static Accept accept(HttpServerRequest request) {
    return Accept.of(request.headers().getAll(HttpHeaders.ACCEPT));
  }

  static Encoding preferred(Accept accept) {
    return weight(Encoding.CBOR, accept) > weight(Encoding.JSON, accept)
        ? Encoding.CBOR
        : Encoding.JSON;
  }

  /** That of the most specific range. */
  private static double weight(Encoding encoding, Accept accept) {
    return accept.weight(List.of(encoding.mediaType(), "application/*", "*/*"));
  }

  static Format preferredForFigures(Accept accept) {
    double open = accept.weight(List.of("application/openmetrics-text"));
    double plain = accept.weight(List.of("text/plain"));
    return open > 0 && open >= plain ? Format.OPEN_METRICS : Format.PROMETHEUS;
  }
}
