package dev.signalbox.server;

import dev.signalbox.wire.Problem;
import io.vertx.core.http.HttpServerRequest;

/** Answers a request with what is wrong with it. Thread: the request's event loop. */
@FunctionalInterface
interface Refusal {
  /** In the shape of the hub's own protocol. */
  Refusal OF_THE_HUB = Answers::problem;

  void answer(HttpServerRequest request, Problem problem);
}
