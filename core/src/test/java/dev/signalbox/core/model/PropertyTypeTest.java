package dev.signalbox.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

class PropertyTypeTest {
  private static final PropertyType.IntegerType BLINK =
      new PropertyType.IntegerType(10, 65_535, "ms", true);
  private static final PropertyType.IntegerType INT32 =
      new PropertyType.IntegerType(Integer.MIN_VALUE, Integer.MAX_VALUE, "", false);

  private static void assertRefused(PropertyType<?> type, Object raw, String rule) {
    assertEquals(new Checked.Broken<>(rule), type.check(raw));
  }

  private static <T> void assertTaken(PropertyType<T> type, Object raw, T value) {
    assertEquals(new Checked.Valid<>(value), type.check(raw));
  }

  @Test
  void flag_trueOrFalse() {
    assertTaken(new PropertyType.BooleanType(), true, true);
    assertTaken(new PropertyType.BooleanType(), false, false);
  }

  static List<Object> notFlags() {
    return List.of("true", 1, 0, List.of(true), Map.of());
  }

  @ParameterizedTest
  @NullSource
  @MethodSource("notFlags")
  void flag_anythingElse(Object raw) {
    assertRefused(new PropertyType.BooleanType(), raw, "must be true or false");
  }

  static List<Number> tens() {
    return List.of(
        10, 10L, 10.0, 10f, (short) 10, (byte) 10, BigInteger.TEN, new BigDecimal("10.000"));
  }

  @ParameterizedTest
  @MethodSource("tens")
  void integer_wholeNumberOfAnyJavaType(Number ten) {
    assertTaken(BLINK, ten, 10);
  }

  @Test
  void integer_boundaries() {
    assertTaken(BLINK, 65_535, 65_535);
    assertTaken(BLINK, 0, 0);
    assertTaken(BLINK, -0.0, 0);
    assertTaken(INT32, Integer.MIN_VALUE, Integer.MIN_VALUE);
    assertTaken(INT32, (double) Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  static List<Object> notBlinks() {
    return List.of(
        9,
        65_536,
        1,
        -1,
        -10,
        10.5,
        0.1,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        1e300,
        4_294_967_306L,
        Long.MIN_VALUE,
        BigInteger.TWO.pow(64).add(BigInteger.TEN),
        new BigDecimal("1e999"),
        "10",
        true,
        List.of(10));
  }

  @ParameterizedTest
  @NullSource
  @MethodSource("notBlinks")
  void integer_outOfRangeNotWholeOrNoNumber(Object raw) {
    assertRefused(BLINK, raw, "must be a whole number from 10 to 65535, or 0 for off");
  }

  @Test
  void integer_zeroWhereItIsNotOff() {
    assertRefused(
        new PropertyType.IntegerType(10, 20, "ms", false),
        0,
        "must be a whole number from 10 to 20");
  }

  static List<Number> notInt32() {
    return List.of(2_147_483_648L, -2_147_483_649L, 2_147_483_647.5, Long.MAX_VALUE);
  }

  @ParameterizedTest
  @MethodSource("notInt32")
  void integer_beyond32Bits(Number raw) {
    assertRefused(INT32, raw, "must be a whole number from -2147483648 to 2147483647");
  }

  @Test
  void number_finite() {
    PropertyType.NumberType type = new PropertyType.NumberType();
    assertTaken(type, 3, 3.0);
    assertTaken(type, -2.5e300, -2.5e300);
    assertTaken(type, new BigDecimal("0.5"), 0.5);
  }

  static List<Object> notNumbers() {
    return List.of(
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        new BigDecimal("1e400"),
        BigInteger.TEN.pow(400),
        "1",
        false);
  }

  @ParameterizedTest
  @NullSource
  @MethodSource("notNumbers")
  void number_notFinite(Object raw) {
    assertRefused(new PropertyType.NumberType(), raw, "must be a number");
  }

  @Test
  void time_milliseconds() {
    PropertyType.TimeType type = new PropertyType.TimeType();
    assertTaken(type, 1_763_600_000_000L, 1_763_600_000_000L);
    assertTaken(type, 1e12, 1_000_000_000_000L);
    assertTaken(type, 0, 0L);
  }

  static List<Object> notTimes() {
    return List.of(0.5, Double.NaN, 1e30, BigInteger.TWO.pow(64), "0", false);
  }

  @ParameterizedTest
  @NullSource
  @MethodSource("notTimes")
  void time_notWholeOrNoNumber(Object raw) {
    assertRefused(new PropertyType.TimeType(), raw, "must be milliseconds since the Unix epoch");
  }

  @Test
  void members_oneToEightIds() {
    PropertyType.MembersType type = new PropertyType.MembersType("output");
    assertTaken(type, List.of("out1"), Members.of("out1"));
    assertTaken(type, Members.of("out1"), Members.of("out1"));
    List<String> eight = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    Checked.Valid<?> valid = assertInstanceOf(Checked.Valid.class, type.check(eight));
    assertEquals(Members.of(eight.toArray(String[]::new)), valid.value());
  }

  static List<Object> notMembers() {
    return List.of(
        List.of(),
        List.of("a", "a"),
        List.of("a", "b", "c", "d", "e", "f", "g", "h", "i"),
        List.of("A"),
        List.of("out1", 2),
        List.of("out1", "-out2"),
        List.of(List.of("out1")),
        new ArrayList<>(Arrays.asList("out1", null)),
        Collections.nCopies(2, null),
        "out1",
        Map.of("out1", 1));
  }

  @ParameterizedTest
  @NullSource
  @MethodSource("notMembers")
  void members_noneTooManyTwiceOrNoIds(Object raw) {
    assertRefused(
        new PropertyType.MembersType("output"), raw, "must be 1 to 8 ids of outputs, each once");
  }
}
