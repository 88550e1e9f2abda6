package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The description of the API that a hub gives, to hold its answers against. Schemas are checked by
 * a validator that knows nothing of Signalbox.
 */
final class ApiContract {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private final JsonNode document;
  private int checks;
  private final Set<String> seen = new TreeSet<>();

  ApiContract(ServedHub hub) {
    document = json(hub.ask(Ask.get("/v1/openapi.json")).expect(200).body());
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException bad) {
      throw new AssertionError("no JSON: " + text, bad);
    }
  }

  JsonNode document() {
    return document;
  }

  /** Sends the request, and checks that the answer is one that is described. */
  Answer ask(ServedHub hub, Ask ask) {
    Answer answer = hub.ask(ask);
    check(ask, answer);
    return answer;
  }

  void check(Ask ask, Answer answer) {
    String template = template(ask.path().split("\\?", 2)[0]);
    JsonNode operation =
        document.path("paths").path(template).path(ask.method().toLowerCase(Locale.ROOT));
    String what = ask.method() + " " + template + " " + answer.status();
    JsonNode described = resolved(operation.path("responses").path("" + answer.status()));
    assertTrue(described.has("description"), what + " is not described: " + answer.body());
    body(described, answer, what);
    described
        .path("headers")
        .forEachEntry((name, header) -> {
          Optional<String> value = answer.header(name.toLowerCase(Locale.ROOT));
          assertTrue(value.isPresent(), what + " has no " + name);
          JsonNode typed =
              header.at("/schema/type").asText().equals("integer")
                  ? json(value.get())
                  : MAPPER.valueToTree(value.get());
          assertEquals(Set.of(), complaints(header.path("schema"), typed), what + " " + name);
        });
    seen.add(what);
  }

  private void body(JsonNode described, Answer answer, String what) {
    String type = answer.header("content-type").orElse("").split(";", 2)[0];
    if (!described.has("content")) {
      assertEquals("", answer.body(), what);
      return;
    }
    JsonNode media = described.path("content").path(type);
    assertTrue(media.has("schema"), what + " is not described as " + type);
    JsonNode body =
        switch (type) {
          case "application/cbor" -> MAPPER.valueToTree(answer.cbor().value());
          case "application/json", "application/problem+json" -> json(answer.body());
          default -> MAPPER.valueToTree(answer.body());
        };
    assertEquals(Set.of(), complaints(media.path("schema"), body), what + " " + answer.body());
  }

  /** The address of the description that a path is one of. */
  private String template(String path) {
    List<String> names = new ArrayList<>();
    document.path("paths").fieldNames().forEachRemaining(names::add);
    return names.stream()
        .filter(template -> path.matches(template.replaceAll("\\{[a-z]+\\}", "[^/]+")))
        .min((one, other) -> count(one) - count(other))
        .orElseThrow(() -> new AssertionError(path + " is not described"));
  }

  private static int count(String template) {
    return template.split("\\{", -1).length;
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  /** What is wrong with {@code value} by a schema of the document. */
  Set<ValidationMessage> complaints(JsonNode schema, JsonNode value) {
    ObjectNode whole = schema.deepCopy();
    // The factory keeps schemas by their ids.
    whole.put("$id", "urn:contract:" + checks++);
    whole.set("components", document.path("components"));
    return FACTORY.getSchema(whole).validate(value);
  }

  /** What is wrong with a body by the schema of that name. */
  Set<ValidationMessage> complaints(String schema, String body) {
    return complaints(
        MAPPER.valueToTree(Map.of("$ref", "#/components/schemas/" + schema)), json(body));
  }

  /** What was checked: method, address and status. */
  Set<String> seen() {
    return seen;
  }

  /** What is described: method, address and status. */
  Set<String> described() {
    Set<String> described = new TreeSet<>();
    document
        .path("paths")
        .forEachEntry((template, methods) ->
            methods.forEachEntry((method, operation) ->
                operation
                    .path("responses")
                    .fieldNames()
                    .forEachRemaining(status ->
                        described.add(
                            method.toUpperCase(Locale.ROOT) + " " + template + " " + status))));
    return described;
  }
}
