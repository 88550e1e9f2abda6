package dev.signalbox.wire.openapi;

import dev.signalbox.wire.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The description of the API in OpenAPI 3.1, made of the table of its addresses and the schemas of
 * the kinds of part.
 */
public final class OpenApi {
  /**
   * An address.
   *
   * @param template with its parameters in braces: {@code /v1/boards/{board}}
   */
  public record Path(String template, List<Operation> operations) {}

  private OpenApi() {}

  /**
   * The document as a JSON text.
   *
   * @param version of the hub
   */
  public static byte[] document(String version, List<Path> paths) {
    Map<String, Object> byTemplate = new LinkedHashMap<>();
    paths.forEach(path -> byTemplate.put(path.template(), tree(path)));
    return Encoding.JSON.of(
        Tree.object(
            "openapi",
            "3.1.0",
            "info",
            Tree.object(
                "title", "Signalbox",
                "version", version,
                "summary", "One live hub for boards.",
                "description", "Reading boards, commanding them, and following their changes."),
            "jsonSchemaDialect",
            "https://json-schema.org/draft/2020-12/schema",
            "paths",
            byTemplate,
            "components",
            Tree.object(
                "schemas", ApiSchemas.all(), "responses", Refusals.components(refusals(paths)))));
  }

  private static Map<String, Object> tree(Path path) {
    Map<String, Object> methods = new LinkedHashMap<>();
    List<Object> named =
        Arrays.stream(Parameter.values())
            .filter(parameter -> parameter.isIn(path.template))
            .<Object>map(Parameter::tree)
            .toList();
    if (!named.isEmpty()) {
      methods.put("parameters", named);
    }
    for (Operation operation : path.operations) {
      methods.put(operation.method().toLowerCase(Locale.ROOT), tree(operation, false));
      if (operation.hasHead()) {
        methods.put("head", tree(operation, true));
      }
    }
    return methods;
  }

  private static Map<String, Object> tree(Operation operation, boolean head) {
    Map<String, Object> tree =
        Tree.object(
            "operationId", operation.id() + (head ? "Head" : ""), "summary", operation.summary());
    List<Object> parameters = new ArrayList<>();
    operation.request().parameters().forEach(parameter -> parameters.add(parameter.tree()));
    if (!parameters.isEmpty()) {
      tree.put("parameters", parameters);
    }
    operation
        .request()
        .body()
        .ifPresent(body ->
            tree.put("requestBody", Tree.object("required", true, "content", body.content())));
    tree.put("responses", responses(operation, head));
    return tree;
  }

  private static Map<String, Object> responses(Operation operation, boolean head) {
    Operation.Answer answer = operation.answer();
    Map<String, Object> responses = new LinkedHashMap<>();
    Map<String, Object> headers = headers(answer);
    Map<String, Object> fine = Tree.object("description", operation.summary() + ".");
    if (!headers.isEmpty()) {
      fine.put("headers", headers);
    }
    answer.payload().filter(_ -> !head).ifPresent(body -> fine.put("content", body.content()));
    responses.put(Integer.toString(answer.status()), fine);
    if (answer.tagged() && operation.isReading()) {
      responses.put("304", Tree.object("description", "The client has it.", "headers", headers));
    }
    for (int status : Refusals.of(operation)) {
      responses.put(
          Integer.toString(status),
          head
              ? Tree.object("description", Refusals.meaning(status))
              : Tree.ref("responses", Integer.toString(status)));
    }
    return responses;
  }

  private static Map<String, Object> headers(Operation.Answer answer) {
    Map<String, Object> headers = new LinkedHashMap<>();
    if (answer.tagged()) {
      headers.put(
          "ETag",
          header("The id of the last change.", "^\"[0-9a-z]{13}\\.[0-9]{1,19}(\\+cbor)?\"$"));
    }
    if (answer.status() == 201) {
      headers.put("Location", header("Where it is.", "^/v1/boards/.*$"));
    }
    return headers;
  }

  private static Map<String, Object> header(String doc, String pattern) {
    return Tree.object(
        "description",
        doc,
        "required",
        true,
        "schema",
        Tree.object("type", "string", "pattern", pattern));
  }

  private static SortedSet<Integer> refusals(List<Path> paths) {
    return paths.stream()
        .flatMap(path -> path.operations.stream())
        .flatMap(operation -> Refusals.of(operation).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
