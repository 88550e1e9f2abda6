package dev.signalbox.server;

import dev.signalbox.core.engine.StateEngine;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.wire.Problem;
import dev.signalbox.wire.SchemaJson;
import dev.signalbox.wire.StateJson;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Answers what only reads: boards, parts and schemas. Thread: any event loop. */
final class Reading {
  private final StateEngine engine;
  private final BooleanSupplier draining;

  Reading(StateEngine engine, BooleanSupplier draining) {
    this.engine = engine;
    this.draining = draining;
  }

  void boards(HttpServerRequest request) {
    HubState state = engine.stream().state();
    Answers.tagged(
        request,
        state.epoch(),
        state.sequence(),
        encoding -> StateJson.hub(state, Filter.ALL, encoding));
  }

  void board(HttpServerRequest request, BoardId id) {
    HubState state = engine.stream().state();
    state
        .board(id)
        .ifPresentOrElse(
            board ->
                Answers.tagged(
                    request,
                    state.epoch(),
                    board.lastSequence(),
                    encoding -> StateJson.board(board, encoding)),
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
                    state.epoch(),
                    part.changed().sequence(),
                    encoding -> StateJson.part(part.part(), encoding)),
            () -> notFound(request, "part '" + address + "'"));
  }

  void schema(HttpServerRequest request) {
    Answers.value(request, 200, SchemaJson::all);
  }

  /** Whether the hub is what it should be, so that nobody needs to start it anew. */
  void live(HttpServerRequest request) {
    if (engine.isOpen() || draining.getAsBoolean()) {
      Answers.value(request, 200, encoding -> encoding.of(Map.of("status", "live")));
    } else {
      Answers.problem(request, Problem.unavailable("The engine has failed; start the hub anew."));
    }
  }

  /** Whether the hub takes commands and tells changes. */
  void ready(HttpServerRequest request) {
    if (draining.getAsBoolean() || !engine.isOpen()) {
      Answers.problem(request, Problem.unavailable("The hub is stopping, or its engine failed."));
    } else {
      Answers.value(request, 200, encoding -> encoding.of(Map.of("status", "ready")));
    }
  }

  private static void notFound(HttpServerRequest request, String what) {
    Answers.problem(request, Problem.notFound("There is no " + what + "."));
  }
}
