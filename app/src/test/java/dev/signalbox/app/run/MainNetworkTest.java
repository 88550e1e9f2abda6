package dev.signalbox.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.wire.dialect.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Test
  void machine_withAWirelessInterfaceThatIsUp_isWireless() throws IOException {
    Path wired = Files.createDirectory(folder.resolve("eth0"));
    Files.writeString(wired.resolve("operstate"), "up\n");
    assertFalse(MainNetwork.isWireless(folder));

    Path wireless = Files.createDirectories(folder.resolve("wlan0/wireless")).getParent();
    Files.writeString(wireless.resolve("operstate"), "down\n");
    assertFalse(MainNetwork.isWireless(folder));

    Files.writeString(wireless.resolve("operstate"), "up\n");
    assertTrue(MainNetwork.isWireless(folder));
    assertFalse(MainNetwork.isWireless(folder.resolve("none")));
  }

  @Test
  void network_ofThisMachine_isWrittenAsTheFirmwareWritesIt() {
    Device.Network network = MainNetwork.read();

    assertTrue(network.macAddress().matches("|[0-9A-F]{2}(:[0-9A-F]{2}){5}"), network.toString());
    assertTrue(network.ip().matches("|\\d{1,3}(\\.\\d{1,3}){3}"), network.toString());
    assertFalse(network.ip().startsWith("127."), network.toString());
  }
}
