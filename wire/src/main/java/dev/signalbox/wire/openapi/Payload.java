package dev.signalbox.wire.openapi;

import dev.signalbox.wire.Encoding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a body of the API can be. */
public enum Payload {
  STATE("State", Media.VALUE),
  BOARD("Board", Media.VALUE),
  PART("Part", Media.VALUE),
  KINDS("Kinds", Media.VALUE),
  HEALTH("Health", Media.VALUE),
  RESULTS("Results", Media.VALUE),
  OPENAPI("OpenApi", Media.PLAIN_JSON),
  PROBLEM("Problem", Media.PROBLEM),
  METRICS("Text", Media.METRICS),
  EVENTS("Text", Media.EVENTS),
  PART_PATCH("PartPatch", Media.BODY),
  BOARD_PATCH("BoardPatch", Media.BODY),
  NEW_PART("NewPart", Media.BODY),
  COMMANDS("Commands", Media.BODY);

  /** The media types of bodies. */
  private static final class Media {
    static final List<String> PLAIN_JSON = List.of("application/json");
    static final List<String> VALUE = of(Encoding::mediaType);
    static final List<String> PROBLEM = of(Encoding::problemType);
    static final List<String> BODY =
        Stream.of(Encoding.values())
            .flatMap(encoding -> Stream.of(encoding.mediaType(), encoding.patchType()))
            .toList();
    static final List<String> METRICS = List.of("text/plain", "application/openmetrics-text");
    static final List<String> EVENTS = List.of("text/event-stream");

    private static List<String> of(Function<Encoding, String> type) {
      return Stream.of(Encoding.values()).map(type).toList();
    }
  }

  private final String schema;

  // List.of, so never changed.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> media;

  Payload(String schema, List<String> media) {
    this.schema = schema;
    this.media = media;
  }

  /** Its media types, the usual one first. */
  public List<String> media() {
    return media;
  }

  /** Its schema, under each of its media types. */
  Map<String, Object> content() {
    Map<String, Object> content = new LinkedHashMap<>();
    media.forEach(type -> content.put(type, Tree.object("schema", Tree.schema(schema))));
    return content;
  }
}
