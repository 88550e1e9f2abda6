package dev.signalbox.app.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import javax.jmdns.impl.NameRegister.NameType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextNameTest {
  @ParameterizedTest
  @CsvSource({
    "HOST, signalbox.local., signalbox-2.local.",
    "HOST, signalbox-2.local., signalbox-3.local.",
    "HOST, signalbox-9.local., signalbox-10.local.",
    "HOST, rail-hub.local., rail-hub-2.local.",
    "HOST, box-1.local., box-1-2.local.",
    "HOST, box-99999999999.local., box-99999999999-2.local.",
    "SERVICE, Club, Club (2)",
    "SERVICE, Club (2), Club (3)",
    "SERVICE, Club (house), Club (house) (2)",
    "SERVICE, 'Club, west', 'Club, west (2)'"
  })
  void next_isTheSameWithANumber(NameType type, String name, String next) {
    assertEquals(next, new NextName().incrementName(InetAddress.getLoopbackAddress(), name, type));
  }
}
