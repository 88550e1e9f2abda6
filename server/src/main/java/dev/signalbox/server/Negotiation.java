package dev.signalbox.server;

import dev.signalbox.wire.Encoding;
import dev.signalbox.wire.Problem;
import dev.signalbox.wire.RefusedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which encoding a request has, and which its answer is to have (RFC 9110, section 12.5.1). */
final class Negotiation {
  private static final Pattern WEIGHT =
      Pattern.compile(";[ \t]*q=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)[ \t]*(?:;|$)");

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
    String type = essence(request.getHeader(HttpHeaders.CONTENT_TYPE));
    return Stream.of(Encoding.values())
        .filter(encoding -> type.equals(encoding.mediaType()) || type.equals(encoding.patchType()))
        .findFirst()
        .orElseThrow(() -> new RefusedException(Problem.unsupportedMediaType(BODIES)));
  }

  /** The encoding of the answer: CBOR where the client says that it prefers it, otherwise JSON. */
  static Encoding ofAnswer(HttpServerRequest request) {
    return preferred(request.headers().getAll(HttpHeaders.ACCEPT));
  }

  /**
   * What these values of {@code Accept} prefer.
   *
   * @param accept any number of them, each a list
   */
  static Encoding preferred(List<String> accept) {
    List<String> ranges = accept.stream().flatMap(value -> Stream.of(value.split(","))).toList();
    return quality(Encoding.CBOR, ranges) > quality(Encoding.JSON, ranges)
        ? Encoding.CBOR
        : Encoding.JSON;
  }

  /** The weight that the most specific range gives it; 0 where none does. */
  private static double quality(Encoding encoding, List<String> ranges) {
    for (String wanted : List.of(encoding.mediaType(), "application/*", "*/*")) {
      Optional<String> range =
          ranges.stream().filter(one -> essence(one).equals(wanted)).findFirst();
      if (range.isPresent()) {
        return weight(range.get());
      }
    }
    return 0;
  }

  private static double weight(String range) {
    Matcher weight = WEIGHT.matcher(range.toLowerCase(Locale.ROOT));
    return weight.find() ? Double.parseDouble(weight.group(1)) : 1;
  }

  private static String essence(@Nullable String type) {
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
