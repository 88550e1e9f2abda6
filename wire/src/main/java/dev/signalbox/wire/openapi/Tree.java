package dev.signalbox.wire.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plain values in the shape of JSON, for documents that are written once. */
final class Tree {
  private Tree() {}

  /**
   * An object.
   *
   * @param pairs names and values, in turns
   */
  static Map<String, Object> object(Object... pairs) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      object.put((String) pairs[i], pairs[i + 1]);
    }
    return object;
  }

  /** {@code object} with further fields, which replace its own. */
  static Map<String, Object> with(Map<String, Object> object, Object... pairs) {
    Map<String, Object> more = new LinkedHashMap<>(object);
    more.putAll(object(pairs));
    return more;
  }

  /** A closed object: these fields and no others. */
  static Map<String, Object> closed(Map<String, Object> fields, List<String> required) {
    return object(
        "type",
        "object",
        "properties",
        fields,
        "required",
        List.copyOf(required),
        "additionalProperties",
        false);
  }

  /** A reference to a part of the same document. */
  static Map<String, Object> ref(String section, String name) {
    return object("$ref", "#/components/" + section + "/" + name);
  }

  /** A reference to a schema of the same document. */
  static Map<String, Object> schema(String name) {
    return ref("schemas", name);
  }
}
