package dev.signalbox.wire.openapi;

import dev.signalbox.core.engine.CommandRequest;
import dev.signalbox.core.model.Action;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.Schema;
import dev.signalbox.core.model.Schemas;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the API speaks of besides the kinds of part, as JSON Schemas. */
final class ApiSchemas {
  private static final String ID = "^[a-z0-9][a-z0-9-]{0,62}$";
  private static final Map<String, Object> TEXT = Tree.object("type", "string");
  private static final Map<String, Object> FLAG = Tree.object("type", "boolean");
  private static final Map<String, Object> WHOLE = Tree.object("type", "integer");

  private ApiSchemas() {}

  /** The schemas by name, those of the kinds of part among them. */
  static Map<String, Object> all() {
    Map<String, Object> all =
        Tree.object(
            "Id",
            Tree.object("type", "string", "pattern", ID),
            "StreamId",
            Tree.object(
                "type", "string",
                "pattern", "^[0-9a-z]{13}\\.[0-9]{1,19}$",
                "description", "epoch.sequence: everything up to here."),
            "Time",
            Tree.object("type", "integer", "description", "Milliseconds since the Unix epoch."),
            "Text",
            TEXT,
            "OpenApi",
            Tree.object("type", "object", "required", List.of("openapi", "info", "paths")),
            "Health",
            Tree.closed(
                Tree.object("status", Tree.object("enum", List.of("live", "ready"))),
                List.of("status")));
    all.putAll(ofState());
    all.putAll(PropertySchemas.all());
    all.putAll(ofCommands());
    all.putAll(ofProblems());
    all.put("Kinds", kinds());
    return all;
  }

  private static Map<String, Object> ofState() {
    return Tree.object(
        "State",
        Tree.closed(
            Tree.object("hub", TEXT, "id", Tree.schema("StreamId"), "boards", byId("Board")),
            List.of("hub", "id", "boards")),
        "Board",
        Tree.closed(
            Tree.object(
                "name", TEXT,
                "kind", TEXT,
                "online", FLAG,
                "offlineSince", Tree.schema("Time"),
                "offlineReason", TEXT,
                "parts", byId("Part")),
            List.of("name", "kind", "online", "parts")));
  }

  private static Map<String, Object> byId(String schema) {
    return Tree.object(
        "type", "object",
        "propertyNames", Tree.schema("Id"),
        "additionalProperties", Tree.schema(schema));
  }

  private static Map<String, Object> ofCommands() {
    Map<String, Object> name =
        Tree.object(
            "type",
            "string",
            "minLength",
            1,
            "maxLength",
            40,
            "pattern",
            PropertySchemas.ONE_LINE.replace("]*$", "]*\\S.*$"));
    Map<String, Object> board = Tree.schema("Id");
    Map<String, Object> part = Tree.schema("Id");
    return Tree.object(
        "BoardPatch",
        Tree.closed(Tree.object("name", name), List.of()),
        "Command",
        Tree.object(
            "oneOf",
            List.of(
                Tree.closed(
                    Tree.object("board", board, "part", part, "set", Tree.schema("PartPatch")),
                    List.of("board", "part", "set")),
                Tree.closed(
                    Tree.object("board", board, "set", Tree.schema("BoardPatch")),
                    List.of("board", "set")),
                Tree.closed(
                    Tree.object("board", board, "part", part, "do", actions()),
                    List.of("board", "part", "do")))),
        "Commands",
        Tree.object(
            "type",
            "array",
            "items",
            Tree.schema("Command"),
            "minItems",
            1,
            "maxItems",
            CommandRequest.MOST_COMMANDS),
        "Result",
        Tree.closed(
            Tree.object(
                "accepted", Tree.object("const", true),
                "change", Tree.schema("StreamId"),
                "part", Tree.schema("Part")),
            List.of("accepted", "change")),
        "Results",
        Tree.object("type", "array", "items", Tree.schema("Result"), "minItems", 1));
  }

  private static Map<String, Object> actions() {
    return Tree.object(
        "enum",
        Arrays.stream(Action.values())
            .map(action -> action.name().toLowerCase(Locale.ROOT))
            .toList());
  }

  private static Map<String, Object> ofProblems() {
    return Tree.object(
        "Problem",
        Tree.closed(
            Tree.object(
                "type",
                Tree.object("type", "string", "pattern", "^urn:signalbox:problem:[a-z-]+$"),
                "title",
                TEXT,
                "status",
                Tree.object("type", "integer", "minimum", 400, "maximum", 599),
                "detail",
                TEXT,
                "index",
                Tree.object(
                    "type", "integer",
                    "minimum", 0,
                    "description", "Which command of several is at fault."),
                "violations",
                Tree.object("type", "array", "items", Tree.schema("Violation"), "minItems", 1)),
            List.of("type", "title", "status", "detail")),
        "Violation",
        Tree.closed(
            Tree.object("property", TEXT, "value", TEXT, "rule", TEXT),
            List.of("property", "value", "rule")));
  }

  /** What {@code GET /v1/schema} answers. */
  private static Map<String, Object> kinds() {
    Map<String, Object> property =
        Tree.closed(
            Tree.object(
                "type",
                Tree.object("enum", List.of("boolean", "integer", "number", "string", "array")),
                "unit",
                TEXT,
                "minimum",
                WHOLE,
                "maximum",
                WHOLE,
                "allows",
                Tree.object("type", "array", "items", WHOLE),
                "maxLength",
                WHOLE,
                "items",
                TEXT,
                "minItems",
                WHOLE,
                "maxItems",
                WHOLE,
                "writable",
                FLAG,
                "persistent",
                FLAG,
                "writableWhen",
                TEXT),
            List.of("type", "writable", "persistent"));
    Map<String, Object> kind =
        Tree.closed(
            Tree.object(
                "properties",
                Tree.object("type", "object", "additionalProperties", property),
                "actions",
                Tree.object("type", "array", "items", actions()),
                "makable",
                Tree.object("const", true)),
            List.of("properties", "actions"));
    List<String> names = Schemas.all().stream().<String>map(Schema<? extends Part>::kind).toList();
    return Tree.closed(
        Tree.object(
            "kinds",
            Tree.object("type", "object", "required", names, "additionalProperties", kind)),
        List.of("kinds"));
  }
}
