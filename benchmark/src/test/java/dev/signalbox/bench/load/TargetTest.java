package dev.signalbox.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses that can be measured, and those that can't. */
final class TargetTest {
  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080/v1/stream?parts=a, EVENTS, 127.0.0.1, 8080, /v1/stream?parts=a",
    "ws://board.local, WEB_SOCKET, board.local, 80, /",
  })
  void address_right(String address, Target.Kind kind, String host, int port, String path) {
    assertEquals(new Target(kind, host, port, path, ""), Target.of(address));
  }

  @ParameterizedTest
  @CsvSource({
    "wss://x/, encrypted",
    "ftp://x/, must begin with",
    "x, must begin with",
    "http:///a, names no host",
    "http://a b/, is no URL",
  })
  void address_wrong(String address, String why) {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> Target.of(address)).getMessage());
    assertTrue(message.contains(why), message);
  }
}
