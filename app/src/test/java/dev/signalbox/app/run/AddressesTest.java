package dev.signalbox.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.app.config.Endpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTest {
  @Test
  void addresses_ofOneAddress_areThatOne() {
    assertEquals(
        new Addresses("http://127.0.0.1:8080/", List.of()),
        Addresses.of(new Endpoint("127.0.0.1", 8080)));
    assertEquals(new Addresses("http://[::1]:1/", List.of()), Addresses.of(new Endpoint("::1", 1)));
    assertEquals(
        new Addresses("http://box.local:80/", List.of()),
        Addresses.of(new Endpoint("box.local", 80)));
  }

  @Test
  void addresses_ofAWildcard_canBeTyped() {
    for (String wildcard : List.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0")) {
      Addresses addresses = Addresses.of(new Endpoint(wildcard, 8080));

      assertEquals("http://127.0.0.1:8080/", addresses.main());
      assertTrue(
          addresses.further().stream()
              .allMatch(url -> url.matches("http://[1-9][0-9.]+:8080/") && !url.contains("127.")),
          addresses.toString());
    }
  }

  @Test
  void addresses_ofAWebSocket_sayWs() {
    assertEquals(
        List.of("ws://127.0.0.1:8081/"), Addresses.of("ws", new Endpoint("127.0.0.1", 8081)).all());
  }
}
