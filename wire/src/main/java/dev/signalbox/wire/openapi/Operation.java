package dev.signalbox.wire.openapi;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One method of one address: what it takes and how it answers. Reads like the tables of the
 * protocol's page, from which clients and their tools are made.
 *
 * @param id its name, for generated clients
 * @param summary what it does, as a phrase for people
 * @param refusals the statuses with a problem, besides those that every request can meet
 */
public record Operation(
    String method,
    String id,
    String summary,
    Request request,
    Answer answer,
    SortedSet<Integer> refusals) {
  /** What it takes. */
  public record Request(Set<Parameter> parameters, Optional<Payload> body) {
    static final Request NONE = new Request(Set.of(), Optional.empty());
  }

  /**
   * How it answers when all is well.
   *
   * @param tagged whether it has an {@code ETag}
   */
  public record Answer(int status, Optional<Payload> payload, boolean tagged) {}

  /** A reading of {@code payload}. */
  public static Operation get(String id, String summary, Payload payload) {
    return new Operation(
        "GET",
        id,
        summary,
        Request.NONE,
        new Answer(200, Optional.of(payload), false),
        new TreeSet<>());
  }

  /** A command that has {@code payload} for an answer. */
  public static Operation command(String method, String id, String summary, Payload payload) {
    return command(method, id, summary, new Answer(200, Optional.of(payload), false));
  }

  /** A command that has no content for an answer. */
  public static Operation command(String method, String id, String summary) {
    return command(method, id, summary, new Answer(204, Optional.empty(), false));
  }

  private static Operation command(String method, String id, String summary, Answer answer) {
    Set<Parameter> parameters = EnumSet.of(Parameter.IF_MATCH, Parameter.IDEMPOTENCY_KEY);
    return new Operation(
            method, id, summary, new Request(parameters, Optional.empty()), answer, new TreeSet<>())
        .refusing(403, 404, 412, 413, 429, 503);
  }

  /** This operation with a body. */
  public Operation taking(Payload body) {
    return new Operation(
            method,
            id,
            summary,
            new Request(request.parameters, Optional.of(body)),
            answer,
            refusals)
        .refusing(415, 422);
  }

  /** This operation with further parameters. */
  public Operation with(Parameter... parameters) {
    EnumSet<Parameter> all = EnumSet.noneOf(Parameter.class);
    all.addAll(request.parameters);
    all.addAll(List.of(parameters));
    return new Operation(method, id, summary, new Request(all, request.body), answer, refusals);
  }

  /** This operation with an {@code ETag}; a reading then knows 304. */
  public Operation tagged() {
    Answer withTag = new Answer(answer.status, answer.payload, true);
    Operation tagged = new Operation(method, id, summary, request, withTag, refusals);
    return isReading() ? tagged.with(Parameter.IF_NONE_MATCH) : tagged;
  }

  /** This operation, which makes something: 201 with {@code Location}. */
  public Operation creating() {
    Answer created = new Answer(201, answer.payload, answer.tagged);
    return new Operation(method, id, summary, request, created, refusals);
  }

  /** This operation, which can be refused with these statuses too. */
  public Operation refusing(int... statuses) {
    SortedSet<Integer> all = new TreeSet<>(refusals);
    for (int status : statuses) {
      all.add(status);
    }
    return new Operation(method, id, summary, request, answer, all);
  }

  boolean isReading() {
    return method.equals("GET");
  }

  /** Whether it answers {@code HEAD} too: a reading that comes to an end. */
  public boolean hasHead() {
    return isReading() && !answer.payload.equals(Optional.of(Payload.EVENTS));
  }
}
