package dev.signalbox.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.ResetReason;
import dev.signalbox.core.stream.StreamId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The native protocol as WebSocket messages: objects with one key that says what they are, as text
 * in JSON or as binary in CBOR.
 */
public record WebSocketFormat(Encoding encoding) implements StreamFormat {
  /** The names of these formats in the handshake. */
  public static final List<String> SUBPROTOCOLS =
      Stream.of(Encoding.values())
          .map(encoding -> new WebSocketFormat(encoding).subprotocol())
          .toList();

  /** The format of that name in the handshake; JSON where there is none. */
  public static WebSocketFormat of(@Nullable String subprotocol) {
    return new WebSocketFormat(
        Stream.of(Encoding.values())
            .filter(encoding -> new WebSocketFormat(encoding).subprotocol().equals(subprotocol))
            .findFirst()
            .orElse(Encoding.JSON));
  }

  /** The name of this format in the handshake. */
  public String subprotocol() {
    return switch (encoding) {
      case JSON -> "signalbox.v1+json";
      case CBOR -> "signalbox.v1+cbor";
    };
  }

  /**
   * The first message of every connection.
   *
   * @param now milliseconds since the Unix epoch
   * @param heartbeatMs after how much silence a message comes, in milliseconds
   */
  public byte[] hello(HubState state, String version, long now, long heartbeatMs) {
    return message(
        "hello",
        json -> {
          json.writeStringField("hub", state.name());
          json.writeStringField("version", version);
          json.writeStringField("epoch", state.epoch());
          json.writeNumberField("now", now);
          json.writeNumberField("heartbeat", heartbeatMs);
          json.writeStringField("role", "operator");
        });
  }

  @Override
  public byte[] snapshot(HubState state, Filter filter) {
    return encoding.write(json -> {
      json.writeStartObject();
      json.writeFieldName("snapshot");
      StateJson.write(json, state, filter);
      json.writeEndObject();
    });
  }

  @Override
  public byte[] change(Change change, Optional<StreamId> id, long skipped) {
    return message(
        "change",
        json -> {
          if (id.isPresent()) {
            json.writeStringField("id", id.get().toString());
          }
          ChangeJson.writeFields(json, change, skipped);
        });
  }

  @Override
  public byte[] keepAlive(StreamId id) {
    return encoding.of(Map.of("id", id.toString()));
  }

  @Override
  public byte[] reset(ResetReason reason) {
    return message("reset", json -> json.writeStringField("reason", reason.wireName()));
  }

  @Override
  public byte[] lagged(long skipped) {
    return message("lagged", json -> json.writeNumberField("skipped", skipped));
  }

  /** The answer to a ping: what it carried, and the hub's time in milliseconds since the epoch. */
  public byte[] pong(@Nullable Object ping, long now) {
    return message(
        "pong",
        json -> {
          json.writeFieldName("ping");
          Json.plain(json, ping);
          json.writeNumberField("now", now);
        });
  }

  /** What became of the command that the client gave the number {@code id}. */
  public byte[] result(long id, Outcome outcome, String epoch) {
    return message(
        "result",
        json -> {
          json.writeNumberField("id", id);
          switch (outcome) {
            case Outcome.Accepted accepted -> OutcomeJson.writeFields(json, accepted, epoch);
            case Outcome.Rejected rejected ->
                writeRefusal(json, Problem.of(rejected).withoutIndex());
          }
        });
  }

  /** That the command of that number could not even be understood. */
  public byte[] refusal(long id, Problem problem) {
    return message(
        "result",
        json -> {
          json.writeNumberField("id", id);
          writeRefusal(json, problem);
        });
  }

  /** That a message could not be understood. */
  public byte[] problem(Problem problem) {
    return message("problem", problem::writeFields);
  }

  private static void writeRefusal(JsonGenerator json, Problem problem) throws IOException {
    json.writeBooleanField("accepted", false);
    json.writeObjectFieldStart("problem");
    problem.writeFields(json);
    json.writeEndObject();
  }

  private byte[] message(String key, Encoding.Writing fields) {
    return encoding.write(json -> {
      json.writeStartObject();
      json.writeObjectFieldStart(key);
      fields.to(json);
      json.writeEndObject();
      json.writeEndObject();
    });
  }
}
