package dev.signalbox.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TimeArgumentTest {
  private final TimeArgument argument = new TimeArgument();

  @ParameterizedTest
  @CsvSource({
    "0us,PT0S",
    "1.5us,PT0.0000015S",
    "100us,PT0.0001S",
    "0.5ms,PT0.0005S",
    "500ms,PT0.5S",
    "1.5s,PT1.5S",
    "2m,PT2M",
    "24h,PT24H"
  })
  void text_isALengthOfTime(String text, String iso) {
    assertEquals(Duration.parse(iso), argument.convert(text));
  }

  @Test
  void longest_doesNotOverflow() {
    assertEquals(
        Duration.ofHours(999_999_999).plusMillis(3_596_400), argument.convert("999999999.999h"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "us", "-1s", "1 s", "1S", "1d", "1.s", ".5s", "1.2345s", "1e3s"})
  void otherText_isRefused(String text) {
    assertThrows(TypeConversionException.class, () -> argument.convert(text));
  }
}
