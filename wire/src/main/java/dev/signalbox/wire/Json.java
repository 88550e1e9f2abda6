package dev.signalbox.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) in and out.
 *
 * <p>What is read becomes plain values: {@code Map}, {@code List}, {@code String}, {@code Long},
 * {@code Double}, {@code Boolean} and null. Nesting, names, texts and numbers are bounded, and a
 * name that comes twice in one object is a mistake.
 */
public final class Json {
  static final int DEEPEST = 16;
  static final int LONGEST_NAME = 256;
  static final int LONGEST_TEXT = 64 * 1024;
  private static final int LONGEST_NUMBER = 64;

  /** What the parser says of a source that it does not show. */
  private static final Pattern SOURCE = Pattern.compile(" ?\\(start marker at [^)]*\\)[^)]*\\)?");

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNameLength(LONGEST_NAME)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(LONGEST_TEXT)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Json() {}

  /** Reads one JSON text in UTF-8, and nothing after it. */
  public static @Nullable Object read(byte[] bytes) throws MalformedJsonException {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      return readOne(parser);
    } catch (JsonProcessingException bad) {
      throw malformed(bad);
    } catch (IOException bad) {
      throw new MalformedJsonException("not UTF-8: " + bad.getMessage());
    }
  }

  /** Reads one JSON text, and nothing after it. */
  public static @Nullable Object read(String text) throws MalformedJsonException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return readOne(parser);
    } catch (JsonProcessingException bad) {
      throw malformed(bad);
    } catch (IOException bad) {
      throw new MalformedJsonException(String.valueOf(bad.getMessage()));
    }
  }

  private static MalformedJsonException malformed(JsonProcessingException bad) {
    String message = SOURCE.matcher(bad.getOriginalMessage()).replaceAll("");
    return new MalformedJsonException(message + at(bad.getLocation()));
  }

  private static String at(@Nullable JsonLocation location) {
    return location == null
        ? ""
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static @Nullable Object readOne(JsonParser parser)
      throws IOException, MalformedJsonException {
    if (parser.nextToken() == null) {
      throw new MalformedJsonException("empty");
    }
    Object value = value(parser);
    if (parser.nextToken() != null) {
      throw new MalformedJsonException("more after the end" + at(parser.currentTokenLocation()));
    }
    return value;
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static Number integer(JsonParser parser) throws IOException {
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      return parser.getDoubleValue();
    }
    return parser.getLongValue();
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object;
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  /** What writes JSON in UTF-8. */
  static JsonGenerator generator(OutputStream bytes) throws IOException {
    return FACTORY.createGenerator(bytes);
  }

  /** One JSON text of a plain value. */
  public static byte[] of(@Nullable Object value) {
    return Encoding.JSON.of(value);
  }

  /** Writes a plain value; whole numbers without a fraction, whatever their type. */
  static void plain(JsonGenerator json, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case String text -> json.writeString(text);
      case Boolean flag -> json.writeBoolean(flag);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> number(json, number);
      case Map<?, ?> object -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : object.entrySet()) {
          json.writeFieldName(String.valueOf(entry.getKey()));
          plain(json, entry.getValue());
        }
        json.writeEndObject();
      }
      case List<?> list -> {
        json.writeStartArray();
        for (Object item : list) {
          plain(json, item);
        }
        json.writeEndArray();
      }
      default -> json.writeString(value.toString());
    }
  }

  private static void number(JsonGenerator json, double number) throws IOException {
    if (number == Math.rint(number) && Math.abs(number) < 1L << 53) {
      json.writeNumber((long) number);
    } else {
      json.writeNumber(number);
    }
  }
}
