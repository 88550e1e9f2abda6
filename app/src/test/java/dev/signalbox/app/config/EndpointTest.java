package dev.signalbox.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 80, 127.0.0.1, 80, true",
    "127.0.0.1, 80, 127.0.0.1, 81, false",
    "127.0.0.1, 80, 127.0.0.2, 80, false",
    "127.0.0.1, 80, localhost, 80, true",
    "127.0.0.1, 0, 127.0.0.1, 0, false",
    "0.0.0.0, 80, 127.0.0.1, 80, true",
    "0.0.0.0, 80, 127.0.0.1, 81, false",
    "::, 80, 192.0.2.1, 80, true",
    "::1, 80, 0:0:0:0:0:0:0:1, 80, true",
    "Box.local, 80, box.local, 80, true",
    "box.local, 80, hub.local, 80, false"
  })
  void clash_ofTwo_isFoundEitherWay(
      String bind, int port, String otherBind, int otherPort, boolean clashes) {
    Endpoint one = new Endpoint(bind, port);
    Endpoint other = new Endpoint(otherBind, otherPort);

    assertEquals(clashes, one.clashes(other));
    assertEquals(clashes, other.clashes(one));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "127.0.0.2, true",
    "localhost, true",
    "::1, true",
    "0.0.0.0, false",
    "::, false",
    "192.0.2.1, false",
    "box.local, false"
  })
  void address_ofThisMachineAlone_isPrivate(String bind, boolean isPrivate) {
    assertEquals(isPrivate, new Endpoint(bind, 80).isPrivate());
  }
}
