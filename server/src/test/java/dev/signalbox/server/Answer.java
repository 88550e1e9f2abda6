package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP answer as it came.
 *
 * @param headers by name in lower case
 * @param body of what is CBOR, each byte as a character
 */
record Answer(int status, Map<String, String> headers, String body) {
  Answer {
    headers = Map.copyOf(headers);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  String etag() {
    return header("etag").orElseThrow();
  }

  Doc json() {
    assertEquals(Optional.of("application/json"), header("content-type"), body);
    return Doc.of(body);
  }

  Doc cbor() {
    assertEquals(Optional.of("application/cbor"), header("content-type"), body);
    return Doc.ofCbor(body.getBytes(StandardCharsets.ISO_8859_1));
  }

  Answer expect(int wanted) {
    assertEquals(wanted, status, body);
    return this;
  }

  /** The problem, which must be one of that status and type, whole, and free of stack traces. */
  Doc problem(int wanted, String code) {
    expect(wanted);
    assertEquals(Optional.of("application/problem+json"), header("content-type"), body);
    Doc problem = Doc.of(body);
    checkProblem(problem, wanted, code);
    return problem;
  }

  static void checkProblem(Doc problem, int status, String code) {
    assertEquals("urn:signalbox:problem:" + code, problem.at("type").text(), problem.toString());
    assertEquals(status, problem.at("status").number());
    assertFalse(problem.at("title").text().isBlank());
    assertFalse(problem.at("detail").text().isBlank());
    assertFalse(problem.toString().contains("Exception"), problem.toString());
    assertFalse(problem.toString().contains("\tat "), problem.toString());
  }
}
