package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FourDigitsTest {
  @ParameterizedTest
  @CsvSource({
    "0, '   0'",
    "7, '   7'",
    "42, '  42'",
    "9999, 9999",
    "10000, 0000",
    "10042, 0042",
    "123456, 3456",
    "2147483647, 3647",
    "-1, '  -1'",
    "-42, ' -42'",
    "-999, -999",
    "-1000, -000",
    "-1234, -234",
    "-2147483648, -648"
  })
  void of_knownValue(int value, String digits) {
    assertEquals(digits, FourDigits.of(value));
  }

  @Property
  void of_anyValue_followsTheRule(@ForAll int value) {
    assertEquals(byTheRule(value), FourDigits.of(value));
  }

  @Property
  void of_valueNearTheEdges_followsTheRule(
      @ForAll @IntRange(min = -1_100, max = 10_100) int value) {
    assertEquals(byTheRule(value), FourDigits.of(value));
  }

  /** The rule said in another way: fill in from the right, digit by digit, as long as it lasts. */
  private static String byTheRule(int value) {
    boolean minus = value < 0;
    BigInteger rest = BigInteger.valueOf(value).abs();
    boolean tooLong = rest.bitLength() > 0 && rest.toString().length() > (minus ? 3 : 4);
    char[] digits = "    ".toCharArray();
    int first = minus && tooLong ? 1 : 0;
    int at = 3;
    do {
      digits[at--] = (char) ('0' + rest.mod(BigInteger.TEN).intValue());
      rest = rest.divide(BigInteger.TEN);
    } while (at >= first && (tooLong || rest.signum() > 0));
    if (minus) {
      digits[at] = '-';
    }
    return new String(digits);
  }
}
