package dev.signalbox.server;

import dev.signalbox.core.engine.StateEngine;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.wire.Json;
import dev.signalbox.wire.Problem;
import dev.signalbox.wire.SchemaJson;
import dev.signalbox.wire.StateJson;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Answers what only reads: boards, parts and schemas. Thread: any event loop. */
final class Reading {
  private final StateEngine engine;
  private final byte[] schema = SchemaJson.all();

  private final BooleanSupplier draining;

  Reading(StateEngine engine, BooleanSupplier draining) {
    this.engine = engine;
    this.draining = draining;
  }

  void boards(HttpServerRequest request) {
    HubState state = engine.stream().state();
    String etag = Etags.of(state.epoch(), state.sequence());
    Answers.tagged(request, etag, StateJson.hub(state, Filter.ALL));
  }

  void board(HttpServerRequest request, BoardId id) {
    HubState state = engine.stream().state();
    state
        .board(id)
        .ifPresentOrElse(
            board ->
                Answers.tagged(
                    request, Etags.of(state.epoch(), board.lastSequence()), StateJson.board(board)),
            () -> notFound(request, "board '" + id + "'"));
  }

  void part(HttpServerRequest request, PartAddress address) {
    HubState state = engine.stream().state();
    state
        .part(address)
        .ifPresentOrElse(
            part ->
                Answers.tagged(
                    request,
                    Etags.of(state.epoch(), part.changed().sequence()),
                    StateJson.part(part.part())),
            () -> notFound(request, "part '" + address + "'"));
  }

  void schema(HttpServerRequest request) {
    Answers.json(request, 200, schema);
  }

  /** Whether the hub is what it should be, so that nobody needs to start it anew. */
  void live(HttpServerRequest request) {
    if (engine.isOpen() || draining.getAsBoolean()) {
      Answers.json(request, 200, Json.of(Map.of("status", "live")));
    } else {
      Answers.problem(request, Problem.unavailable("The engine has failed; start the hub anew."));
    }
  }

  /** Whether the hub takes commands and tells changes. */
  void ready(HttpServerRequest request) {
    if (draining.getAsBoolean() || !engine.isOpen()) {
      Answers.problem(request, Problem.unavailable("The hub is stopping, or its engine failed."));
    } else {
      Answers.json(request, 200, Json.of(Map.of("status", "ready")));
    }
  }

  private static void notFound(HttpServerRequest request, String what) {
    Answers.problem(request, Problem.notFound("There is no " + what + "."));
  }
}
