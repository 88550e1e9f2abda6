package dev.signalbox.server;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/openapi.json}, made when it is first asked for. Owned by one event loop. */
final class ApiDescription {
  private final String version;
  private byte @Nullable [] document;

  ApiDescription(String version) {
    this.version = version;
  }

  void answer(HttpServerRequest request) {
    if (document == null) {
      document = ApiRoute.description(version);
    }
    Answers.text(request, "application/json", document);
  }
}
