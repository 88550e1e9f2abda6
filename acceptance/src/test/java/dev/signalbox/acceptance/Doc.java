package dev.signalbox.acceptance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A JSON value as a test looks at it; what is not there is a {@code Doc} of null. */
record Doc(@Nullable Object value) {
  private static final JsonFactory FACTORY = new JsonFactory();

  static Doc of(String json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      parser.nextToken();
      return new Doc(read(parser));
    } catch (IOException bad) {
      throw new AssertionError("no JSON: " + json, bad);
    }
  }

  private static @Nullable Object read(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          members.put(name, read(parser));
        }
        yield members;
      }
      case START_ARRAY -> {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(read(parser));
        }
        yield items;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case null, default -> null;
    };
  }

  /** What is at that path of names. */
  Doc at(String... names) {
    Object here = value;
    for (String name : names) {
      here = here instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return new Doc(here);
  }

  /** The names of an object's members. */
  Set<String> names() {
    if (value instanceof Map<?, ?> map) {
      return map.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }
    throw new AssertionError("no object: " + value);
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
    if (value instanceof Number number && number.doubleValue() == number.longValue()) {
      return number.longValue();
    }
    throw new AssertionError("no whole number: " + value);
  }

  double decimal() {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new AssertionError("no number: " + value);
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
}
