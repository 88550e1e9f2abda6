package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.wire.Encoding;
import dev.signalbox.wire.MetricsText.Format;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which encoding {@code Accept} prefers. */
final class NegotiationTest {
  private static Encoding preferred(String... accept) {
    return Negotiation.preferred(Accept.of(List.of(accept)));
  }

  private static boolean wantsOpenMetrics(String... accept) {
    return Negotiation.preferredForFigures(Accept.of(List.of(accept))) == Format.OPEN_METRICS;
  }

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
        "application/cbor;profile=x;q=0.1, application/cbor;profile=y, application/json;q=0.9",
        ",,application/cbor,,"
      })
  void preferred_cbor(String accept) {
    assertEquals(Encoding.CBOR, preferred(accept));
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
    assertEquals(Encoding.JSON, preferred(accept));
  }

  @Test
  void preferred_ofSeveralLines() {
    assertEquals(Encoding.JSON, preferred());
    assertEquals(Encoding.CBOR, preferred("application/json;q=0.5", "application/cbor"));
    assertEquals(Encoding.JSON, preferred("application/json", "application/cbor;q=0.5"));
  }

  @Test
  void preferredForFigures_ofSeveralLines() {
    assertFalse(wantsOpenMetrics());
    assertTrue(wantsOpenMetrics("text/plain;q=0.5", "application/openmetrics-text"));
    assertFalse(wantsOpenMetrics("application/openmetrics-text;q=0.5", "text/plain"));
  }

  @Test
  void preferredForFigures_ofSeveralVersions() {
    assertTrue(
        wantsOpenMetrics(
            "application/openmetrics-text;version=1.0.0;q=0.2,"
                + "application/openmetrics-text;version=0.0.1;q=0.6,"
                + "text/plain;version=0.0.4;q=0.4,*/*;q=0.1"));
    assertFalse(wantsOpenMetrics("application/*", "*/*"));
  }
}
