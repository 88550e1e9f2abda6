package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signalbox.wire.RefusedException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Offers of permessage-deflate word by word (RFC 7692, section 7.1). */
final class DeflateOfferTest {
  private static final String ANSWER =
      "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

  private static Optional<String> answer(String... values) throws RefusedException {
    return DeflateOffer.answer(List.of(values));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "permessage-deflate",
        "permessage-deflate; client_max_window_bits",
        "permessage-deflate;client_max_window_bits=8",
        "permessage-deflate ; client_max_window_bits = 15",
        "permessage-deflate; client_max_window_bits=\"10\"",
        "permessage-deflate; server_no_context_takeover",
        "permessage-deflate; client_no_context_takeover; server_no_context_takeover",
        "\tPerMessage-Deflate\t;\tclient_no_context_takeover\t",
        "x-webkit-deflate-frame, permessage-deflate; client_max_window_bits",
        "x-other; a; b=c; d=\"e\", permessage-deflate",
        ", ,permessage-deflate,,",
        "permessage-deflate; server_max_window_bits=10, permessage-deflate",
        "permessage-deflate; unknown, permessage-deflate; client_max_window_bits",
      })
  void acceptable_isAnswered(String offers) throws RefusedException {
    assertEquals(Optional.of(ANSWER), answer(offers));
  }

  @Test
  void wholeWindow_isAnsweredWithTheWholeWindow() throws RefusedException {
    String offer = "permessage-deflate; server_max_window_bits=15; client_max_window_bits";
    assertEquals(Optional.of(ANSWER + "; server_max_window_bits=15"), answer(offer));
    assertEquals(Optional.of(ANSWER), answer("permessage-deflate, " + offer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " , ,",
        "x-webkit-deflate-frame",
        "permessage-bzip2",
        "permessage-deflate2",
        "permessage-deflate; unknown",
        "permessage-deflate; Server_No_Context_Takeover",
        "permessage-deflate; server_no_context_takeover=1",
        "permessage-deflate; client_no_context_takeover=\"true\"",
        "permessage-deflate; server_max_window_bits",
        "permessage-deflate; server_max_window_bits=14",
        "permessage-deflate; server_max_window_bits=8",
        "permessage-deflate; server_max_window_bits=16",
        "permessage-deflate; server_max_window_bits=015",
        "permessage-deflate; client_max_window_bits=7",
        "permessage-deflate; client_max_window_bits=16",
        "permessage-deflate; client_max_window_bits=08",
        "permessage-deflate; client_max_window_bits=x",
        "permessage-deflate; client_max_window_bits; client_max_window_bits",
        "permessage-deflate; server_no_context_takeover; server_no_context_takeover",
      })
  void notAcceptable_isPassedOver(String offers) throws RefusedException {
    assertEquals(Optional.empty(), answer(offers));
  }

  @Test
  void severalHeaders_areOneList() throws RefusedException {
    assertEquals(Optional.empty(), answer());
    assertEquals(Optional.of(ANSWER), answer("x-other", "permessage-deflate"));
    assertEquals(
        Optional.of(ANSWER),
        answer("permessage-deflate", "permessage-deflate; server_max_window_bits=15"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ";",
        "=",
        "permessage-deflate;",
        "permessage-deflate; ;",
        "permessage-deflate; =10",
        "permessage-deflate; client_max_window_bits=",
        "permessage-deflate; client_max_window_bits=\"10",
        "permessage-deflate; client_max_window_bits=\"\"",
        "permessage-deflate; client_max_window_bits=\"1 0\"",
        "permessage-deflate client_max_window_bits",
        "permessage-deflate; client_max_window_bits=10 11",
        "permessage-deflate, (",
        "permessage-deflate, \u00fc",
      })
  void malformed_isRefused(String offers) {
    assertThrows(RefusedException.class, () -> answer(offers));
    assertThrows(RefusedException.class, () -> answer("permessage-deflate", offers));
  }
}
