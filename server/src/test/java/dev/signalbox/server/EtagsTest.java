package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.wire.Encoding;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entity tags, as headers have them. */
final class EtagsTest {
  private static final String EPOCH = "8f3kq0z2m4v7c";

  @Test
  void of_quoted() {
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
      value = {"''", "e.1", "\"e.10\"", "\"e.1", "W/", "W/*", "\"x\", \"y\"", ",,,"})
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
    String tags = "\"" + EPOCH + ".5\", \"" + EPOCH + ".9\", \"other.99\", \"nonsense\"";
    assertEquals(OptionalLong.of(9), Etags.unchangedSince(tags, EPOCH));
  }

  /** Neither of these has the same bytes, and If-Match wants no less. */
  @Test
  void unchangedSince_notByWeakTags() {
    String weak = "W/\"" + EPOCH + ".9\"";
    assertEquals(OptionalLong.of(-1), Etags.unchangedSince(weak, EPOCH));
    String both = weak + ", \"" + EPOCH + ".5\"";
    assertEquals(OptionalLong.of(5), Etags.unchangedSince(both, EPOCH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        ",",
        "W/*",
        "\"*\"",
        "\"other.5\"",
        "\"8f3kq0z2m4v7c.x\"",
        "8f3kq0z2m4v7c.12",
        "\"8f3kq0z2m4v7c.12",
        "8f3kq0z2m4v7c.12\"",
        "\"8f3kq0z2m4v7c.1\"2\"",
        "\"\"8f3kq0z2m4v7c.12\"\"",
        "\" 8f3kq0z2m4v7c.12\"",
        "\"8f3kq0z2m4v7c.12\"+cbor",
        "w/\"8f3kq0z2m4v7c.12\""
      })
  void unchangedSince_cannotHold(String header) {
    assertEquals(OptionalLong.of(-1), Etags.unchangedSince(header, EPOCH));
  }
}
