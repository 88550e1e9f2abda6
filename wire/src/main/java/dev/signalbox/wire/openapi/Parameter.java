package dev.signalbox.wire.openapi;

import dev.signalbox.core.engine.RequestKey;
import dev.signalbox.core.model.Action;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** What a request can say besides its body. */
public enum Parameter {
  BOARD("path", "board", "The id of a board.", Tree.schema("Id")),
  PART("path", "part", "The id of a part.", Tree.schema("Id")),
  ACTION(
      "path",
      "action",
      "What to do with the part.",
      Tree.object(
          "enum",
          Arrays.stream(Action.values())
              .map(action -> action.name().toLowerCase(Locale.ROOT))
              .toList())),
  IF_NONE_MATCH(
      "header", "If-None-Match", "ETags that the client has.", Tree.object("type", "string")),
  IF_MATCH(
      "header",
      "If-Match",
      "Refuses with 412 if what the first command is about changed since this ETag.",
      Tree.object("type", "string")),
  IDEMPOTENCY_KEY(
      "header",
      "Idempotency-Key",
      "A request that is repeated with the same key is carried out once and answered the same.",
      Tree.object("type", "string", "minLength", 1, "maxLength", RequestKey.LONGEST)),
  LAST_EVENT_ID(
      "header",
      "Last-Event-ID",
      "The id up to which the client is complete; goes before 'since'.",
      Tree.object("type", "string")),
  BOARDS(
      "query",
      "boards",
      "Only these boards: ids with commas between them.",
      Tree.object("type", "string")),
  PARTS(
      "query",
      "parts",
      "Only these parts: ids with commas between them; * is any characters, ? is one.",
      Tree.object("type", "string")),
  EVERY(
      "query",
      "every",
      "Each change, in order, none folded into a later one.",
      Tree.object("type", "boolean", "default", false)),
  MAX_RATE(
      "query",
      "maxRate",
      "How many changes of one part a second at most.",
      Tree.object("type", "number", "minimum", 0.01, "maximum", 1000)),
  SINCE(
      "query",
      "since",
      "The id up to which the client is complete.",
      Tree.object("type", "string"));

  private final String place;
  private final String name;
  private final String doc;

  // Never changed.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<String, Object> schema;

  Parameter(String place, String name, String doc, Map<String, Object> schema) {
    this.place = place;
    this.name = name;
    this.doc = doc;
    this.schema = schema;
  }

  /** Whether {@code template} has it between braces. */
  boolean isIn(String template) {
    return place.equals("path") && template.contains("{" + name + "}");
  }

  Map<String, Object> tree() {
    return Tree.object(
        "name", name,
        "in", place,
        "required", place.equals("path"),
        "description", doc,
        "schema", schema);
  }
}
