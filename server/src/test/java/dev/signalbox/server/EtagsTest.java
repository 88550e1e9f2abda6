package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.wire.Encoding;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entity tags, as headers have them. */
final class EtagsTest {
  private static final String EPOCH = "8f3kq0z2m4v7c";

  @Test
  void of_quoted() {
    assertEquals("\"8f3kq0z2m4v7c.12\"", Etags.of(EPOCH, 12));
    assertEquals("\"8f3kq0z2m4v7c.12\"", Etags.of(EPOCH, 12, Encoding.JSON));
    assertEquals("\"8f3kq0z2m4v7c.12+cbor\"", Etags.of(EPOCH, 12, Encoding.CBOR));
  }

  @Test
  void anyMatches_notThatOfTheOtherEncoding() {
    assertFalse(Etags.anyMatches("\"e.1+cbor\"", "\"e.1\""));
    assertFalse(Etags.anyMatches("\"e.1\"", "\"e.1+cbor\""));
    assertTrue(Etags.anyMatches("\"e.1\", \"e.1+cbor\"", "\"e.1+cbor\""));
  }

  @Test
  void unchangedSince_ofEitherEncoding() {
    String tag = '"' + EPOCH + ".5+cbor\"";
    assertEquals(OptionalLong.of(5), Etags.unchangedSince(tag, EPOCH));
    String both = '"' + EPOCH + ".5+cbor\", \"" + EPOCH + ".4\"";
    assertEquals(OptionalLong.of(5), Etags.unchangedSince(both, EPOCH));
    String other = '"' + EPOCH + ".5+xml\", \"" + EPOCH + ".5+cbor+cbor\"";
    assertEquals(OptionalLong.of(-1), Etags.unchangedSince(other, EPOCH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"*", "\"e.1\"", "W/\"e.1\"", "\"x\", \"e.1\"", "\"x\",W/\"e.1\" ,\"y\"", " * "})
  void anyMatches_has(String header) {
    assertTrue(Etags.anyMatches(header, "\"e.1\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "e.1", "\"e.10\"", "\"e.1", "W/", "\"x\", \"y\"", ",,,"})
  void anyMatches_hasNot(String header) {
    assertFalse(Etags.anyMatches(header, "\"e.1\""));
    assertFalse(Etags.anyMatches(null, "\"e.1\""));
  }

  @Test
  void unchangedSince_noCondition() {
    assertEquals(OptionalLong.empty(), Etags.unchangedSince(null, EPOCH));
    assertEquals(OptionalLong.empty(), Etags.unchangedSince("*", EPOCH));
    assertEquals(OptionalLong.empty(), Etags.unchangedSince("\"x.1\", *", EPOCH));
  }

  @Test
  void unchangedSince_newestOfThisRun() {
    String tags = "\"" + EPOCH + ".5\", W/\"" + EPOCH + ".9\", \"other.99\", \"nonsense\"";
    assertEquals(OptionalLong.of(9), Etags.unchangedSince(tags, EPOCH));
  }

  @Test
  void unchangedSince_cannotHold() {
    for (String header : new String[] {"", "x", "\"other.5\"", "\"" + EPOCH + ".x\"", ","}) {
      assertEquals(OptionalLong.of(-1), Etags.unchangedSince(header, EPOCH), header);
    }
  }
}
