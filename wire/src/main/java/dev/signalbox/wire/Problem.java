package dev.signalbox.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.core.model.Violation;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/**
 * A refusal as {@code application/problem+json} (RFC 9457).
 *
 * @param status the HTTP status that goes with it
 * @param code its stable name, the end of its {@code type}
 * @param title what it is, the same for every problem of this type
 * @param detail what it is this time and, where it helps, how to mend it
 * @param violations the properties at fault, if it is about properties
 * @param index which command of a batch is at fault, if it is about a batch
 */
public record Problem(
    int status,
    String code,
    String title,
    String detail,
    List<Violation> violations,
    OptionalInt index) {
  private static final String TYPES = "urn:signalbox:problem:";

  public Problem {
    violations = List.copyOf(violations);
  }

  private static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, detail, List.of(), OptionalInt.empty());
  }

  /** The problem that a refusal of the engine is to a client. */
  public static Problem of(Outcome.Rejected rejected) {
    return of(rejected.reason()).at(rejected.index());
  }

  private static Problem of(Rejection reason) {
    String detail = reason.detail();
    return switch (reason) {
      case Rejection.NotFound _ -> notFound(detail);
      case Rejection.Invalid(var violations) -> invalid(violations);
      case Rejection.NotPossible _ -> of(422, "not-possible", "Not possible here", detail);
      case Rejection.Conflict _ -> of(409, "conflict", "At odds with how things stand", detail);
      case Rejection.ChangedSince _ -> of(412, "changed-since", "Changed since", detail);
      case Rejection.KeyReused _ -> of(422, "key-reused", "Key used before", detail);
      case Rejection.BoardOffline _ -> of(503, "board-offline", "Board offline", detail);
      case Rejection.Unavailable _ -> of(503, "unavailable", "Not now", detail);
    };
  }

  private Problem at(int commandIndex) {
    return new Problem(status, code, title, detail, violations, OptionalInt.of(commandIndex));
  }

  /** This problem without saying which command of a batch it is about. */
  public Problem withoutIndex() {
    return new Problem(status, code, title, detail, violations, OptionalInt.empty());
  }

  /** This problem with the command that it is about. */
  public Problem withIndex(int commandIndex) {
    return at(commandIndex);
  }

  /** 400: what came can't be read. */
  public static Problem malformed(String detail) {
    return of(400, "malformed", "Not understood", detail);
  }

  /** 400: a query parameter has a value that it can't have. */
  public static Problem badQuery(String detail) {
    return of(400, "bad-query", "Bad query", detail);
  }

  /** 403: the request comes from another web page, or for a host that this hub is not. */
  public static Problem forbidden(String code, String detail) {
    return of(403, code, "Not allowed from there", detail);
  }

  /** 404. */
  public static Problem notFound(String detail) {
    return of(404, "not-found", "Not found", detail);
  }

  /** 405. */
  public static Problem methodNotAllowed(String detail) {
    return of(405, "method-not-allowed", "Method not allowed", detail);
  }

  /** 413, 414 or 431: something is longer than it may be. */
  public static Problem tooLarge(int status, String detail) {
    return of(status, "too-large", "Too large", detail);
  }

  /** 415. */
  public static Problem unsupportedMediaType(String detail) {
    return of(415, "unsupported-media-type", "Unsupported media type", detail);
  }

  /** 422: properties that can't have these values. */
  public static Problem invalid(List<Violation> violations) {
    return new Problem(
        422,
        "invalid",
        "Wrong content",
        new Rejection.Invalid(violations).detail(),
        violations,
        OptionalInt.empty());
  }

  /** 426: the address is for WebSockets. */
  public static Problem webSocketOnly() {
    return of(426, "web-socket-only", "WebSocket only", "This address is for WebSockets.");
  }

  /** 429: more in a short time than one client may ask for. */
  public static Problem tooFast(String detail) {
    return of(429, "too-fast", "Too fast", detail);
  }

  /** 500: the hub itself is at fault; what exactly is for its log, not for a client. */
  public static Problem defect() {
    return of(500, "defect", "The hub is at fault", "The hub's log says what went wrong.");
  }

  /** 503: the hub can't take this now, but will again. */
  public static Problem unavailable(String detail) {
    return of(503, "unavailable", "Not now", detail);
  }

  /** This problem in that encoding. */
  public byte[] bytes(Encoding encoding) {
    return encoding.write(json -> {
      json.writeStartObject();
      writeFields(json);
      json.writeEndObject();
    });
  }

  void writeFields(JsonGenerator json) throws IOException {
    json.writeStringField("type", TYPES + code);
    json.writeStringField("title", title);
    json.writeNumberField("status", status);
    json.writeStringField("detail", detail);
    if (index.isPresent()) {
      json.writeNumberField("index", index.getAsInt());
    }
    if (!violations.isEmpty()) {
      json.writeArrayFieldStart("violations");
      for (Violation violation : violations) {
        json.writeStartObject();
        json.writeStringField("property", violation.property());
        json.writeStringField("value", violation.value());
        json.writeStringField("rule", violation.rule());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }
}
