package dev.signalbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading CBOR: the examples of RFC 8949, appendix A, and what can come in their place. */
class CborReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "00 | 0",
        "17 | 23",
        "1818 | 24",
        "1903e8 | 1000",
        "1a000f4240 | 1000000",
        "1b000000e8d4a51000 | 1000000000000",
        "1bffffffffffffffff | 18446744073709551615",
        "3bffffffffffffffff | -18446744073709551616",
        "1b7fffffffffffffff | 9223372036854775807",
        "3b7fffffffffffffff | -9223372036854775808",
        "20 | -1",
        "3863 | -100",
        "3903e7 | -1000",
        "f90000 | 0.0",
        "f98000 | -0.0",
        "f93c00 | 1.0",
        "fb3ff199999999999a | 1.1",
        "f93e00 | 1.5",
        "f97bff | 65504.0",
        "fa47c35000 | 100000.0",
        "fa7f7fffff | 3.4028234663852886e+38",
        "fb7e37e43c8800759c | 1.0e+300",
        "f90001 | 5.960464477539063e-8",
        "f90400 | 0.00006103515625",
        "f9c400 | -4.0",
        "fbc010666666666666 | -4.1",
        "f4 | false",
        "f5 | true",
        "f6 | null",
        "60 | \"\"",
        "6161 | \"a\"",
        "6449455446 | \"IETF\"",
        "62225c | \"\\\"\\\\\"",
        "62c3bc | \"\u00fc\"",
        "63e6b0b4 | \"\u6c34\"",
        "64f0908591 | \"\ud800\udd51\"",
        "80 | []",
        "83010203 | [1,2,3]",
        "8301820203820405 | [1,[2,3],[4,5]]",
        "98190102030405060708090a0b0c0d0e0f101112131415161718181819"
            + "| [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25]",
        "a0 | {}",
        "a26161016162820203 | {\"a\":1,\"b\":[2,3]}",
        "826161a161626163 | [\"a\",{\"b\":\"c\"}]",
        "7f657374726561646d696e67ff | \"streaming\"",
        "7fff | \"\"",
        "9fff | []",
        "9f018202039f0405ffff | [1,[2,3],[4,5]]",
        "83018202039f0405ff | [1,[2,3],[4,5]]",
        "bf61610161629f0203ffff | {\"a\":1,\"b\":[2,3]}",
        "bf6346756ef563416d7421ff | {\"Fun\":true,\"Amt\":-2}",
        "a17f61616162ff01 | {\"ab\":1}",
        "1801 | 1",
        "1b0000000000000001 | 1"
      })
  void read_isWhatJsonSays(String hex, String json) throws MalformedException {
    assertEquals(Json.read(json), Encoding.CBOR.read(bytes(hex)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | empty at byte 0",
        "18 | ends too early at byte 1",
        "1b00000000000000 | ends too early at byte 8",
        "8301 | ends too early at byte 2",
        "9f01 | ends too early at byte 2",
        "a1 | ends too early at byte 1",
        "a16161 | ends too early at byte 3",
        "bf616101 | ends too early at byte 4",
        "6261 | ends too early at byte 2",
        "7f6161 | ends too early at byte 3",
        "f93c | ends too early at byte 2",
        "9b00ffffffffffffff01 | ends too early at byte 10",
        "9bffffffffffffffff01 | ends too early at byte 10",
        "bb00ffffffffffffff6161 | ends too early at byte 11",
        "7b7fffffffffffffff61 | ends too early at byte 10",
        "7bffffffffffffffff61 | ends too early at byte 10",
        "7a7fffffff61 | ends too early at byte 6",
        "0102 | more after the end at byte 1",
        "f6ff | more after the end at byte 1",
        "ff | an end of nothing at byte 0",
        "81ff | an end of nothing at byte 1",
        "bf6161ff | an end of nothing at byte 3",
        "a1ff01 | a name that is no text at byte 1",
        "a10102 | a name that is no text at byte 1",
        "a1410102 | a name that is no text at byte 1",
        "a1c0616101 | a name that is no text at byte 1",
        "a2616101616102 | a name for the second time at byte 4",
        "bf6161017f6161ff02ff | a name for the second time at byte 4",
        "4101 | a byte string at byte 0",
        "5f4101ff | a byte string at byte 0",
        "5b7fffffffffffffff61 | a byte string at byte 0",
        "c074323031332d30332d32315432303a30343a30305a | a tag at byte 0",
        "81c11a514b67b0 | a tag at byte 1",
        "c249010000000000000000 | a tag at byte 0",
        "d9d9f701 | a tag at byte 0",
        "f7 | a value that JSON does not have at byte 0",
        "f0 | a value that JSON does not have at byte 0",
        "f8ff | a value that JSON does not have at byte 0",
        "f97e00 | a number that is not finite at byte 0",
        "f97c00 | a number that is not finite at byte 0",
        "81fa7f800000 | a number that is not finite at byte 1",
        "fbfff0000000000000 | a number that is not finite at byte 0",
        "1c | a head that CBOR does not have at byte 0",
        "1f | a head that CBOR does not have at byte 0",
        "3f | a head that CBOR does not have at byte 0",
        "7f7f6161ffff | a head that CBOR does not have at byte 1",
        "7f4161ff | no text within a text at byte 1",
        "62c328 | a text that is not UTF-8 at byte 1",
        "61ff | a text that is not UTF-8 at byte 1",
        "62c080 | a text that is not UTF-8 at byte 1",
        "63eda080 | a text that is not UTF-8 at byte 1",
        "64f4908080 | a text that is not UTF-8 at byte 1",
        "7f61c361bcff | a text that is not UTF-8 at byte 2"
      })
  void read_refuses(String hex, String message) {
    MalformedException refused =
        assertThrows(MalformedCborException.class, () -> Encoding.CBOR.read(bytes(hex)));
    assertEquals(message, refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"81", "9f", "a16161", "bf6161"})
  void nesting_boundedAsInJson(String opening) throws MalformedException {
    String closing = opening.endsWith("f") || opening.startsWith("b") ? "ff" : "";
    assertInstanceOf(
        Object.class, Encoding.CBOR.read(bytes(opening.repeat(16) + "01" + closing.repeat(16))));
    byte[] deeper = bytes(opening.repeat(17) + "01" + closing.repeat(17));
    assertThrows(MalformedCborException.class, () -> Encoding.CBOR.read(deeper));
    assertThrows(
        MalformedCborException.class, () -> Encoding.CBOR.read(bytes(opening.repeat(60_000))));
    assertInstanceOf(
        List.class,
        Encoding.JSON.read(("[".repeat(16) + "]".repeat(16)).getBytes(StandardCharsets.UTF_8)));
    assertThrows(
        MalformedJsonException.class,
        () ->
            Encoding.JSON.read(("[".repeat(17) + "]".repeat(17)).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void texts_boundedAsInJson() throws MalformedException {
    assertEquals(64 * 1024, read("7a00010000", 64 * 1024).length());
    assertThrows(MalformedCborException.class, () -> read("7a00010001", 64 * 1024 + 1));
  }

  @Test
  void names_boundedAsInJson() throws MalformedException {
    byte[] longest = bytes("a1790100" + "61".repeat(256) + "01");
    assertEquals(Map.of("a".repeat(256), 1L), Encoding.CBOR.read(longest));
    byte[] longer = bytes("a1790101" + "61".repeat(257) + "01");
    assertThrows(MalformedCborException.class, () -> Encoding.CBOR.read(longer));
  }

  @Property
  void anyBytes_areReadOrRefused(@ForAll byte[] bytes) {
    try {
      Encoding.CBOR.read(bytes);
    } catch (MalformedException refused) {
      assertInstanceOf(MalformedCborException.class, refused);
    }
  }

  @Property
  void anyBytes_inAnObject(@ForAll byte[] bytes) {
    byte[] object = Arrays.copyOf(bytes("a16161"), 3 + bytes.length);
    System.arraycopy(bytes, 0, object, 3, bytes.length);
    try {
      assertInstanceOf(Map.class, Encoding.CBOR.read(object));
    } catch (MalformedException refused) {
      assertInstanceOf(MalformedCborException.class, refused);
    }
  }

  private static String read(String head, int letters) throws MalformedException {
    return String.valueOf(Encoding.CBOR.read(bytes(head + "61".repeat(letters))));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
