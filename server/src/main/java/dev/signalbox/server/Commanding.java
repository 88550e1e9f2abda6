package dev.signalbox.server;

import dev.signalbox.core.engine.CommandRequest;
import dev.signalbox.core.engine.RequestKey;
import dev.signalbox.core.engine.StateEngine;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.wire.CommandReader;
import dev.signalbox.wire.Encoding;
import dev.signalbox.wire.OutcomeJson;
import dev.signalbox.wire.Problem;
import dev.signalbox.wire.RefusedException;
import dev.signalbox.wire.StateJson;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Takes commands from requests to the engine, and outcomes back to answers. Owned by one event
 * loop.
 */
final class Commanding {
  /** What a body asks for. */
  @FunctionalInterface
  private interface BodyUse {
    List<Command> read(byte[] body) throws RefusedException;
  }

  /** Reads commands from a body in that encoding. */
  @FunctionalInterface
  private interface Reader {
    List<Command> read(byte[] body, Encoding encoding) throws RefusedException;
  }

  /** Answers a request with what was accepted. */
  @FunctionalInterface
  private interface Answer {
    void give(HttpServerRequest request, Outcome.Accepted accepted);
  }

  private final StateEngine engine;
  private final Activity activity;
  private final EventLoop loop;
  private final CommandRate rate;

  Commanding(Hub hub, EventLoop loop) {
    this.engine = hub.engine();
    this.activity = hub.activity();
    this.loop = loop;
    this.rate = new CommandRate(hub.settings().limits().commandsPerSecond());
  }

  void patchPart(HttpServerRequest request, ApiPath.Part path) {
    withContent(
        request,
        (body, encoding) ->
            List.of(CommandReader.setPart(path.board(), path.part(), body, encoding)),
        this::part);
  }

  void patchBoard(HttpServerRequest request, ApiPath.Board path) {
    withContent(
        request,
        (body, encoding) -> List.of(CommandReader.setBoard(path.board(), body, encoding)),
        this::board);
  }

  void makePart(HttpServerRequest request, ApiPath.Parts path) {
    withContent(
        request,
        (body, encoding) -> List.of(CommandReader.makePart(path.board(), body, encoding)),
        this::created);
  }

  void batch(HttpServerRequest request) {
    withContent(request, CommandReader::batch, this::results);
  }

  void act(HttpServerRequest request, ApiPath.PartAction path) {
    Command command = new Command.ActOnPart(path.board(), path.part(), path.action());
    withBody(request, _ -> List.of(command), this::part);
  }

  void remove(HttpServerRequest request, ApiPath.Part path) {
    Command command = new Command.RemovePart(path.board(), path.part());
    withBody(request, _ -> List.of(command), (asked, _) -> Answers.noContent(asked));
  }

  void reset(HttpServerRequest request, ApiPath.Reset path) {
    Command command = new Command.ResetBoard(path.board());
    withBody(request, _ -> List.of(command), (asked, _) -> Answers.noContent(asked));
  }

  private void withContent(HttpServerRequest request, Reader reader, Answer answer) {
    withBody(request, body -> reader.read(body, Negotiation.ofBody(request)), answer);
  }

  private void withBody(HttpServerRequest request, BodyUse use, Answer answer) {
    BodyReader.read(
        request,
        body -> {
          try {
            submit(request, read(use, body), answer);
          } catch (RefusedException refused) {
            Answers.problem(request, refused.problem());
          }
        });
  }

  private List<Command> read(BodyUse use, byte[] body) throws RefusedException {
    try {
      return use.read(body);
    } catch (RefusedException refused) {
      activity.commands().refuse(refused.problem().code());
      throw refused;
    }
  }

  private void submit(HttpServerRequest request, List<Command> commands, Answer answer)
      throws RefusedException {
    String client = request.remoteAddress().hostAddress();
    Optional<RequestKey> key = key(request, client);
    OptionalLong unchangedSince =
        Etags.unchangedSince(request.getHeader(HttpHeaders.IF_MATCH), epoch());
    Consumer<Outcome> answered =
        outcome -> loop.run(() -> answer(request, outcome, commands.size() > 1, answer));
    submit(client, new CommandRequest(commands, key, unchangedSince, answered));
  }

  /** Hands a request to the engine, unless {@code client} was too fast or the hub is stopping. */
  void submit(String client, CommandRequest request) throws RefusedException {
    try {
      if (activity.isStopping()) {
        throw new RefusedException(Problem.unavailable("The hub is stopping."));
      }
      count(client, request.commands().size());
    } catch (RefusedException refused) {
      activity.commands().refuse(refused.problem().code());
      throw refused;
    }
    engine.submit(
        new CommandRequest(
            request.commands(),
            request.key(),
            request.unchangedSince(),
            outcome -> {
              tally(outcome);
              request.answer().accept(outcome);
            }));
  }

  private void tally(Outcome outcome) {
    switch (outcome) {
      case Outcome.Accepted _ -> activity.commands().accept();
      case Outcome.Rejected rejected -> activity.commands().refuse(Problem.of(rejected).code());
    }
  }

  /** Counts one request of a dialect against {@code client}, unless it has been too fast. */
  void countAgainst(String client) throws RefusedException {
    count(client, 1);
  }

  private void count(String client, int commands) throws RefusedException {
    if (!rate.allows(client, commands, loop.nanos())) {
      throw new RefusedException(Problem.tooFast("Too many commands from this address."));
    }
  }

  private static Optional<RequestKey> key(HttpServerRequest request, String client)
      throws RefusedException {
    String key = request.getHeader("Idempotency-Key");
    if (key == null) {
      return Optional.empty();
    }
    if (!RequestKey.isValid(key)) {
      throw new RefusedException(
          Problem.malformed("Idempotency-Key must be 1 to " + RequestKey.LONGEST + " characters."));
    }
    return Optional.of(new RequestKey(client, key));
  }

  private static void answer(
      HttpServerRequest request, Outcome outcome, boolean isBatch, Answer answer) {
    switch (outcome) {
      case Outcome.Accepted accepted -> answer.give(request, accepted);
      case Outcome.Rejected rejected -> {
        Problem problem = Problem.of(rejected);
        Answers.problem(request, isBatch ? problem : problem.withoutIndex());
      }
    }
  }

  private void part(HttpServerRequest request, Outcome.Accepted accepted) {
    part(request, 200, accepted.results().getFirst());
  }

  private void part(HttpServerRequest request, int status, Outcome.Result result) {
    result
        .part()
        .ifPresentOrElse(
            part ->
                Answers.taggedValue(
                    request,
                    status,
                    epoch(),
                    part.changed().sequence(),
                    encoding -> StateJson.part(part.part(), encoding)),
            () -> Answers.noContent(request));
  }

  private void created(HttpServerRequest request, Outcome.Accepted accepted) {
    Outcome.Result result = accepted.results().getFirst();
    result
        .address()
        .ifPresent(made ->
            request
                .response()
                .putHeader(
                    HttpHeaders.LOCATION, "/v1/boards/" + made.board() + "/parts/" + made.part()));
    part(request, 201, result);
  }

  private void board(HttpServerRequest request, Outcome.Accepted accepted) {
    engine.stream()
        .state()
        .board(accepted.results().getFirst().board())
        .ifPresent(
            board -> Answers.value(request, 200, encoding -> StateJson.board(board, encoding)));
  }

  private void results(HttpServerRequest request, Outcome.Accepted accepted) {
    Answers.value(request, 200, encoding -> OutcomeJson.results(accepted, epoch(), encoding));
  }

  private String epoch() {
    return engine.stream().state().epoch();
  }
}
