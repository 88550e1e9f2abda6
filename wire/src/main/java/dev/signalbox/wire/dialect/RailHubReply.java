package dev.signalbox.wire.dialect;

import dev.signalbox.core.model.Rejection;
import dev.signalbox.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What RailHub says to a request, over HTTP or a WebSocket.
 *
 * @param status the HTTP status
 * @param body the members of a JSON object, in order
 */
record RailHubReply(int status, Map<String, Object> body) {
  static final RailHubReply OK = new RailHubReply(200, Map.of("status", "ok"));
  static final RailHubReply SUCCESS = new RailHubReply(200, Map.of("success", true));
  static final RailHubReply RESET = new RailHubReply(200, Map.of("status", "reset_complete"));

  private static final Answer.Header TYPE = new Answer.Header("Content-Type", "application/json");
  private static final List<Answer.Header> JSON = List.of(TYPE);
  private static final List<Answer.Header> JSON_LATER = List.of(TYPE, Plain.LATER);

  static RailHubReply created(int group) {
    Map<String, Object> body = new LinkedHashMap<>(SUCCESS.body);
    body.put("groupId", group);
    return new RailHubReply(200, body);
  }

  static RailHubReply error(int status, String text) {
    return new RailHubReply(status, Map.of("error", text));
  }

  /**
   * What a refusal of the engine is to a client.
   *
   * @param groups how many groups the board can have
   */
  static RailHubReply refused(RailHubApi api, Rejection reason, int groups) {
    return switch (reason) {
      case Rejection.NotFound _ -> error(404, api.missing());
      case Rejection.Conflict _ when api == RailHubApi.CREATE ->
          error(400, "Group limit reached (max " + groups + ")");
      case Rejection.Invalid _, Rejection.NotPossible _ -> error(400, reason.detail());
      case Rejection.Conflict _, Rejection.ChangedSince _, Rejection.KeyReused _ ->
          error(409, reason.detail());
      case Rejection.BoardOffline _, Rejection.Unavailable _ -> error(503, reason.detail());
    };
  }

  /** What a request of another method than those of {@code route} is told. */
  static Answer.Reply wrongMethod(Route route) {
    String allowed = route.methods().stream().sorted().collect(Collectors.joining(", "));
    return new Answer.Reply(
        405,
        List.of(TYPE, new Answer.Header("Allow", allowed)),
        error(405, "Method not allowed").json());
  }

  Answer.Reply overHttp() {
    return overHttp(status, json());
  }

  private Payload json() {
    return Payload.of(Json.of(body));
  }

  /** An answer that is JSON. */
  static Answer.Reply overHttp(int status, Payload json) {
    return new Answer.Reply(status, Plain.isForNow(status) ? JSON_LATER : JSON, json);
  }

  /**
   * As a message.
   *
   * @param id the client's own name for its command: a number or a text
   */
  Payload overWebSocket(Optional<Object> id) {
    Map<String, Object> message = new LinkedHashMap<>(body);
    id.ifPresent(value -> message.put("id", value));
    return Payload.of(Json.of(message));
  }
}
