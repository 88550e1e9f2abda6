package dev.signalbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonGenerationException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing CBOR: the examples of RFC 8949, appendix A, and lengths that take longer heads. */
class CborGeneratorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0 | 00",
        "23 | 17",
        "24 | 1818",
        "255 | 18ff",
        "256 | 190100",
        "65535 | 19ffff",
        "65536 | 1a00010000",
        "4294967295 | 1affffffff",
        "4294967296 | 1b0000000100000000",
        "1000000000000 | 1b000000e8d4a51000",
        "9223372036854775807 | 1b7fffffffffffffff",
        "-1 | 20",
        "-24 | 37",
        "-25 | 3818",
        "-1000 | 3903e7",
        "-9223372036854775808 | 3b7fffffffffffffff",
        "1.1 | fb3ff199999999999a",
        "1.5 | f93e00",
        "-4.5 | f9c480",
        "5.960464477539063e-8 | f90001",
        "0.10000000149011612 | fa3dcccccd",
        "1.0e+300 | fb7e37e43c8800759c",
        "3.4028234663852886e+38 | fa7f7fffff",
        "false | f4",
        "true | f5",
        "null | f6",
        "\"\" | 60",
        "\"IETF\" | 6449455446",
        "\"\u00fc\u6c34\ud800\udd51\" | 69c3bce6b0b4f0908591",
        "[] | 80",
        "[1,[2,3],[4,5]] | 8301820203820405",
        "{} | a0",
        "{\"a\":1,\"b\":[2,3]} | a26161016162820203",
        "[\"a\",{\"b\":\"c\"}] | 826161a161626163"
      })
  void write_shortest(String json, String hex) throws MalformedException {
    assertEquals(hex, HexFormat.of().formatHex(Encoding.CBOR.of(Json.read(json))));
  }

  @ParameterizedTest
  @ValueSource(ints = {23, 24, 255, 256, 65_535, 65_536, 70_000})
  void lists_ofAnyLength(int length) throws MalformedException {
    List<Object> list = List.of(1L, Collections.nCopies(length, "x"), List.of(2L));
    byte[] bytes = Encoding.CBOR.of(list);
    assertEquals(list, PlainCbor.read(bytes));
    assertEquals(list, Encoding.CBOR.read(bytes));
  }

  @ParameterizedTest
  @ValueSource(ints = {23, 24, 256, 70_000})
  void objectsAndTexts_ofAnyLength(int length) {
    Map<String, Object> inner = new LinkedHashMap<>();
    for (int i = 0; i < length; i++) {
      inner.put("name" + i, (long) i);
    }
    Map<String, Object> map = Map.of("inner", inner, "text", "\u00e4".repeat(length));
    assertEquals(map, PlainCbor.read(Encoding.CBOR.of(map)));
  }

  @Test
  void nesting_deeperThanAnythingTheProtocolHas() {
    Object deep = List.of();
    for (int i = 0; i < 40; i++) {
      deep = List.of(deep, (long) i);
    }
    assertEquals(deep, PlainCbor.read(Encoding.CBOR.of(deep)));
  }

  @Test
  void notFinite_asInJson() {
    for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertEquals(Double.toString(number), PlainCbor.read(Encoding.CBOR.of(number)));
      assertEquals(
          '"' + Double.toString(number) + '"',
          new String(Encoding.JSON.of(number), StandardCharsets.UTF_8));
    }
  }

  @Test
  void outOfOrder_isADefect() {
    refused(json -> {
      json.writeStartObject();
      json.writeNumber(1);
    });
    refused(json -> {
      json.writeStartArray();
      json.writeFieldName("a");
    });
    refused(json -> {
      json.writeStartArray();
      json.writeEndObject();
    });
  }

  private static void refused(Encoding.Writing writing) {
    UncheckedIOException fault =
        assertThrows(UncheckedIOException.class, () -> Encoding.CBOR.write(writing));
    assertEquals(JsonGenerationException.class, fault.getCause().getClass());
  }
}
