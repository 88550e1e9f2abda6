package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signalbox.wire.RefusedException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The query of a URL. */
final class QueriesTest {
  @Test
  void parse_nothing() throws RefusedException {
    assertEquals(Map.of(), Queries.parse(null));
    assertEquals(Map.of(), Queries.parse(""));
  }

  @Test
  void parse_escaped() throws RefusedException {
    assertEquals(
        Map.of("a b", "c&d=e", "\u00e4", "1+1"), Queries.parse("a+b=c%26d%3De&%C3%A4=1%2b1"));
  }

  @Test
  void parse_withoutValue() throws RefusedException {
    assertEquals(Map.of("every", "", "x", ""), Queries.parse("every&x="));
  }

  @Test
  void parse_theFirstOfAName() throws RefusedException {
    assertEquals(Map.of("a", "1"), Queries.parse("a=1&a=2&%61=3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "a=%", "a=%1", "a=%zz", "%g1=x", "a=1&b=%-1"})
  void parse_brokenEscape(String query) {
    RefusedException refused = assertThrows(RefusedException.class, () -> Queries.parse(query));
    assertEquals(400, refused.problem().status());
    assertEquals("bad-query", refused.problem().code());
  }

  @Test
  void parse_tooMany() throws RefusedException {
    StringBuilder query = new StringBuilder("p0=0");
    for (int i = 1; i < 32; i++) {
      query.append("&p").append(i).append('=').append(i);
    }
    assertEquals(32, Queries.parse(query.toString()).size());
    query.append("&more=1");
    assertThrows(RefusedException.class, () -> Queries.parse(query.toString()));
    assertThrows(RefusedException.class, () -> Queries.parse("&".repeat(8_000)));
  }
}
