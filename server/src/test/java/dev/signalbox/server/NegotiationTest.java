package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.wire.Encoding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which encoding {@code Accept} prefers. */
final class NegotiationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/cbor",
        "Application/CBOR",
        " application/cbor ; q=0.001",
        "application/cbor;profile=x;q=0.5",
        "application/json;q=0.9, application/cbor",
        "application/json;q=0.9,application/cbor;q=1.0",
        "application/cbor;q=0.8, */*;q=0.7",
        "*/*;q=0.1, application/*;q=0.2, application/cbor;q=0.3",
        "text/html, application/cbor",
        "application/json;q=0, */*",
        "application/json;q=0.1, application/*;q=0.2, */*;q=0.05",
        "application/cbor, text/event-stream",
        ",,application/cbor,,"
      })
  void preferred_cbor(String accept) {
    assertEquals(Encoding.CBOR, Negotiation.preferred(List.of(accept)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*/*",
        "application/*",
        "application/json",
        "application/json, application/cbor",
        "application/cbor, application/json",
        "application/cbor, */*",
        "application/cbor;q=0",
        "application/cbor;q=0.000",
        "application/cbor;q=0.5, application/json",
        "application/cbor;q=0.5, */*;q=0.6",
        "application/cbor;q=0.2, application/*;q=0.3",
        "application/cbor;q=0.1, application/*;q=0.2, */*;q=0.3",
        "application/cbor-seq",
        "application/problem+json",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "text/event-stream",
        "nonsense",
        ";q=1",
        ",",
        "/"
      })
  void preferred_json(String accept) {
    assertEquals(Encoding.JSON, Negotiation.preferred(List.of(accept)));
  }

  @Test
  void preferred_ofSeveralLines() {
    assertEquals(Encoding.JSON, Negotiation.preferred(List.of()));
    assertEquals(
        Encoding.CBOR,
        Negotiation.preferred(List.of("application/json;q=0.5", "application/cbor")));
    assertEquals(
        Encoding.JSON,
        Negotiation.preferred(List.of("application/json", "application/cbor;q=0.5")));
  }
}
