package dev.signalbox.core.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StreamIdTest {
  @Property
  void parse_whatItWrites(
      @ForAll long bits, @ForAll @LongRange(max = 999_999_999_999_999_999L) long sequence) {
    StreamId id = new StreamId(StreamId.epoch(bits), sequence);
    assertEquals(Optional.of(id), StreamId.parse(id.toString()));
  }

  @Property
  void parse_anything_neverThrows(@ForAll String text) {
    StreamId.parse(text).ifPresent(id -> assertEquals(text, id.toString()));
  }

  @Property
  void epoch_isThirteenCharactersAndUnlikeAnyOther(@ForAll long bits) {
    String epoch = StreamId.epoch(bits);
    assertTrue(epoch.matches("[0-9a-z]{13}"), epoch);
    assertEquals(bits, Long.parseUnsignedLong(epoch, 36));
  }

  static List<String> hostile() {
    return List.of(
        "",
        ".",
        "1",
        "a.",
        ".1",
        "a.b",
        "a.1.2",
        "a.-1",
        "a.+1",
        "a.01",
        "a.00",
        "a.1 ",
        " a.1",
        "a.1\n",
        "a\n.1",
        "A.1",
        "a.1e3",
        "a.0x1",
        "a.1.0",
        "a-b.1",
        "ä.1",
        "a.٣",
        "٣.1",
        "a\u0000.1",
        "a.1\u0000",
        "a.9223372036854775807",
        "a.9223372036854775808",
        "a.1000000000000000000",
        "a." + "9".repeat(100_000),
        "a".repeat(21) + ".1",
        "a".repeat(100_000) + ".1",
        "../../etc",
        "a.1&since=b.2");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void parse_hostileText_isNone(String text) {
    assertEquals(Optional.empty(), StreamId.parse(text));
  }

  @Test
  void parse_boundaries() {
    assertEquals(Optional.of(new StreamId("a", 0)), StreamId.parse("a.0"));
    assertEquals(
        Optional.of(new StreamId("z".repeat(20), 999_999_999_999_999_999L)),
        StreamId.parse("z".repeat(20) + ".999999999999999999"));
  }
}
