package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.server.DialectHub.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks of what the hub itself refuses to a dialect's clients: told in the dialect's own shape.
 */
final class DialectRefused {
  /** What may stand beside the dialect's own headers. */
  private static final String BESIDE =
      "(?i)(content-length|connection|upgrade|sec-websocket-version): .*";

  private DialectRefused() {}

  /**
   * The answer must be this refusal, header for header.
   *
   * @param word that its sentence has in it
   */
  static void check(Kind kind, DialectAnswer answer, int status, String word) {
    assertEquals(status, answer.status(), answer.toString());
    List<String> told = new ArrayList<>(answer.head().subList(1, answer.head().size()));
    told.removeIf(line -> line.matches(BESIDE));
    assertEquals(headers(kind, status), told);
    String sentence = sentence(kind, answer.body());
    assertTrue(sentence.contains(word), sentence);
  }

  private static List<String> headers(Kind kind, int status) {
    List<String> headers = new ArrayList<>();
    if (kind == Kind.RAILHUB) {
      headers.add("Content-Type: application/json");
    } else {
      headers.addAll(List.of("Content-Type: text/plain", "X-Content-Type-Options: nosniff"));
    }
    if (kind == Kind.COUNTER) {
      headers.add("Access-Control-Allow-Origin: *");
    }
    if (status == 429 || status == 503) {
      headers.add("Retry-After: 1");
    }
    return headers;
  }

  private static String sentence(Kind kind, String body) {
    if (kind == Kind.RAILHUB) {
      assertTrue(Doc.of(body).value() instanceof Map<?, ?> map && map.size() == 1, body);
      return Doc.of(body).at("error").text();
    }
    assertTrue(body.endsWith("\n") && !body.startsWith("{"), body);
    return body.stripTrailing();
  }
}
