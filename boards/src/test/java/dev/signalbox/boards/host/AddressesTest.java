package dev.signalbox.boards.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  private final Map<String, List<String>> known = new LinkedHashMap<>();

  private Map<PartId, Part> read() {
    Readings readings = new Readings();
    new Addresses(() -> known).read(readings);
    return readings.parts();
  }

  @Test
  void addresses_areOneTextForEachInterface() {
    known.put("eth0", List.of("192.168.4.1", "fe80:0:0:0:1:2:3:4"));
    known.put("wlan0", List.of("10.0.0.7"));

    assertEquals(
        Map.of(
            new PartId("address-eth0"),
            new Text("eth0 address", "192.168.4.1, fe80:0:0:0:1:2:3:4", false),
            new PartId("address-wlan0"),
            new Text("wlan0 address", "10.0.0.7", false)),
        read());
  }

  @Test
  void interface_withoutAddress_isAbsent() {
    known.put("eth0", List.of());

    assertEquals(Map.of(), read());
  }

  @Test
  void addresses_thatDoNotFit_areLeftOutWhole() {
    known.put("eth0", Collections.nCopies(30, "192.168.100.100"));

    Text text = (Text) read().values().iterator().next();
    assertEquals(12 * 15 + 11 * 2 - 17, text.value().length());
    assertTrue(text.value().endsWith(", 192.168.100.100"));
  }

  @Test
  void interfaces_areEightAtMost() {
    for (int i = 0; i < 20; i++) {
      known.put("eth" + i, List.of("10.0.0." + i));
    }

    assertEquals(8, read().size());
  }

  @ParameterizedTest
  @CsvSource({
    "fd00:0:0:0:0:0:0:2, fd00::2",
    "fe80:0:0:0:fc:ff:fe00:1, fe80::fc:ff:fe00:1",
    "0:0:0:0:0:0:0:0, ::",
    "0:0:0:0:0:0:0:1, ::1",
    "2001:db8:0:0:0:0:0:0, 2001:db8::",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "0:0:1:0:0:1:1:1, ::1:0:0:1:1:1",
    "10.0.0.7, 10.0.0.7"
  })
  void shortened_asTheRuleHasIt(String address, String shortened) {
    assertEquals(shortened, Addresses.shortened(address));
  }

  @Test
  void ofThisMachine_hasNoLoopbackAndNoScopes() {
    Map<String, List<String>> real = Addresses.ofThisMachine().get();

    real.values()
        .forEach(addresses -> {
          assertFalse(addresses.contains("127.0.0.1"));
          assertTrue(addresses.stream().noneMatch(address -> address.contains("%")));
        });
  }
}
