package dev.signalbox.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.boards.host.WirelessLinks.Link;
import dev.signalbox.boards.host.WirelessLinks.Mode;
import dev.signalbox.wire.dialect.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainNetworkTest {
  private static final String TITLES =
      "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";

  @TempDir Path folder;

  private Optional<String> main(String routes) throws IOException {
    return MainNetwork.mainInterface(Files.writeString(folder.resolve("route"), TITLES + routes));
  }

  @Test
  void mainInterface_isThatOfTheDefaultRouteOfTheLeastMetric() throws IOException {
    assertEquals(
        Optional.of("eth0"),
        main(
            """
            docker0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0
            wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0
            eth0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0
            """));
  }

  @Test
  void mainInterface_withoutADefaultRoute_isNone() throws IOException {
    assertEquals(
        Optional.empty(), main("eth0\t0001A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n"));
    assertEquals(Optional.empty(), MainNetwork.mainInterface(folder.resolve("none")));
  }

  private static Link link(Mode mode, String ssid) {
    return new Link("wlan0", mode, ssid);
  }

  @Test
  void wifiMode_isWhatTheFirmwareCallsIt() {
    Link station = link(Mode.STATION, "Club");
    Link accessPoint = link(Mode.ACCESS_POINT, "ESP32SSID");
    Link none = link(Mode.NONE, "");

    assertEquals("", MainNetwork.wifiMode(List.of()));
    assertEquals("", MainNetwork.wifiMode(List.of(none, link(Mode.OTHER, "mesh"))));
    assertEquals("STA", MainNetwork.wifiMode(List.of(none, station)));
    assertEquals("AP", MainNetwork.wifiMode(List.of(accessPoint, none)));
    assertEquals("AP_STA", MainNetwork.wifiMode(List.of(accessPoint, station)));
  }

  @Test
  void ssid_isOfTheNetworkThatTheMachineIsIn_beforeItsOwn() {
    Link accessPoint = link(Mode.ACCESS_POINT, "ESP32SSID");

    assertEquals("", MainNetwork.ssid(List.of(link(Mode.NONE, ""))));
    assertEquals("ESP32SSID", MainNetwork.ssid(List.of(accessPoint)));
    assertEquals("Club", MainNetwork.ssid(List.of(accessPoint, link(Mode.STATION, "Club"))));
    assertEquals("ESP32SSID", MainNetwork.ssid(List.of(link(Mode.STATION, ""), accessPoint)));
  }

  @Test
  void network_ofThisMachine_isWrittenAsTheFirmwareWritesIt() {
    Device.Network network = new MainNetwork().read();

    assertTrue(network.macAddress().matches("|[0-9A-F]{2}(:[0-9A-F]{2}){5}"), network.toString());
    assertTrue(network.ip().matches("|\\d{1,3}(\\.\\d{1,3}){3}"), network.toString());
    assertFalse(network.ip().startsWith("127."), network.toString());
  }
}
