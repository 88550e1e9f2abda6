package dev.signalbox.server;

import dev.signalbox.wire.Encoding;
import dev.signalbox.wire.Json;
import dev.signalbox.wire.MalformedException;
import dev.signalbox.wire.MalformedJsonException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value as a test looks at it; what is not there is a {@code Doc} of null. */
record Doc(@Nullable Object value) {
  static Doc of(String json) {
    try {
      return new Doc(Json.read(json));
    } catch (MalformedJsonException bad) {
      throw new AssertionError("no JSON: " + json, bad);
    }
  }

  static Doc ofCbor(byte[] cbor) {
    try {
      return new Doc(Encoding.CBOR.read(cbor));
    } catch (MalformedException bad) {
      throw new AssertionError("no CBOR: " + HexFormat.of().formatHex(cbor), bad);
    }
  }

  /** What is at that path of names. */
  Doc at(String... names) {
    Object here = value;
    for (String name : names) {
      here = here instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return new Doc(here);
  }

  Doc item(int index) {
    return new Doc(items().get(index));
  }

  List<?> items() {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new AssertionError("no list: " + value);
  }

  String text() {
    if (value instanceof String text) {
      return text;
    }
    throw new AssertionError("no text: " + value);
  }

  long number() {
    if (value instanceof Long number) {
      return number;
    }
    throw new AssertionError("no whole number: " + value);
  }

  boolean flag() {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw new AssertionError("no flag: " + value);
  }

  boolean isMissing() {
    return value == null;
  }

  /** A copy that can be changed, all the way down. */
  Map<String, @Nullable Object> copy() {
    if (value instanceof Map<?, ?> map) {
      return copy(map);
    }
    throw new AssertionError("no object: " + value);
  }

  private static Map<String, @Nullable Object> copy(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((name, member) ->
        copy.put(String.valueOf(name), member instanceof Map<?, ?> inner ? copy(inner) : member));
    return copy;
  }
}
