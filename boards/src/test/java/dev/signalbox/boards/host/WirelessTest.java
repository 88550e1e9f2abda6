package dev.signalbox.boards.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.boards.host.WirelessLinks.Mode;
import dev.signalbox.boards.host.WirelessProfiles.Profile;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Sensor;
import dev.signalbox.core.model.Text;
import dev.signalbox.testkit.SteppedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WirelessTest {
  private static final String TITLES =
      """
      Inter-| sta-|   Quality        |   Discarded packets               | Missed | WE
       face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon | 22
      """;

  @TempDir Path folder;
  private final SteppedClock clock = new SteppedClock();
  private final Map<String, Profile> manager = new HashMap<>();
  private RecordedMachine recorded;
  private Wireless wireless;
  private int asked;

  @BeforeEach
  void make() {
    recorded = new RecordedMachine(folder);
    SystemFiles files = new SystemFiles(folder);
    wireless = new Wireless(files, new WirelessLinks(files, this::manager, clock::nanos));
  }

  private Map<String, Profile> manager() {
    asked++;
    return manager;
  }

  private void plugIn(String device, String state) {
    recorded.plugIn(device);
    recorded.write("sys/class/net/" + device + "/wireless/status", "0");
    recorded.write("sys/class/net/" + device + "/operstate", state + "\n");
  }

  private Map<PartId, Part> read() {
    Readings readings = new Readings();
    wireless.read(readings);
    return readings.parts();
  }

  private Optional<String> text(String id) {
    return RecordedMachine.text(read(), id);
  }

  @Test
  void machine_withoutWirelessDevice_hasNoSuchPartAndAsksNobody() {
    assertEquals(Map.of(), read());
    assertEquals(0, asked);
  }

  @Test
  void station_hasModeNameAndSignal() {
    plugIn("wlan0", "up");
    manager.put("wlan0", new Profile(Mode.STATION, "Club"));
    recorded.write(
        "proc/net/wireless",
        TITLES + " wlan0: 0000   56.  -54.  -256        0      0      0      0      0        0\n");

    assertEquals(
        Map.of(
            new PartId("wifi-wlan0-mode"), new Text("wlan0 Wi-Fi mode", "station", false),
            new PartId("wifi-wlan0-ssid"), new Text("wlan0 SSID", "Club", false),
            new PartId("wifi-wlan0-signal"), new Sensor("wlan0 signal", -54, "dBm", -54)),
        read());
  }

  @Test
  void accessPoint_hasNoSignal() {
    plugIn("wlan0", "up");
    manager.put("wlan0", new Profile(Mode.ACCESS_POINT, "ESP32SSID"));
    recorded.write("proc/net/wireless", TITLES + " wlan0: 0000  0  -50  -256  0 0 0 0 0 0\n");

    assertEquals(2, read().size());
    assertEquals(Optional.of("access point"), text("wifi-wlan0-mode"));
    assertEquals(Optional.of("ESP32SSID"), text("wifi-wlan0-ssid"));
  }

  @Test
  void device_thatIsDown_isInNoNetwork() {
    plugIn("wlan0", "down");
    manager.put("wlan0", new Profile(Mode.STATION, "Club"));

    assertEquals(1, read().size());
    assertEquals(Optional.of("none"), text("wifi-wlan0-mode"));
  }

  @Test
  void device_thatTheManagerDoesNotKnow_isAStationUnlessHostapdHasIt() {
    plugIn("wlan0", "up");
    assertEquals(Optional.of("station"), text("wifi-wlan0-mode"));

    recorded.write("run/hostapd/wlan0", "");
    assertEquals(Optional.of("access point"), text("wifi-wlan0-mode"));
    assertEquals(Optional.empty(), text("wifi-wlan0-ssid"));
  }

  @Test
  void device_ofANewerKernel_isKnownByItsRadio() {
    recorded.plugIn("wlp2s0");
    recorded.write("sys/class/net/wlp2s0/phy80211/name", "phy0\n");

    assertEquals(Optional.of("station"), text("wifi-wlp2s0-mode"));
  }

  @Test
  void manager_isAskedEveryTenSeconds() {
    plugIn("wlan0", "up");
    manager.put("wlan0", new Profile(Mode.STATION, "Club"));
    read();
    manager.put("wlan0", new Profile(Mode.STATION, "Yard"));

    clock.step(Duration.ofMillis(9_999));
    assertEquals(Optional.of("Club"), text("wifi-wlan0-ssid"));
    assertEquals(1, asked);
    clock.step(Duration.ofMillis(1));
    assertEquals(Optional.of("Yard"), text("wifi-wlan0-ssid"));
    assertEquals(2, asked);
  }

  @Test
  void name_fromOutside_isMadeFit() {
    plugIn("wlan0", "up");
    manager.put("wlan0", new Profile(Mode.STATION, "a\u001b[31m\r\nb"));

    assertEquals(Optional.of("a[31mb"), text("wifi-wlan0-ssid"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wlan0: 0000   56.  -54.",
        " wlan0: 0000   56.  54.  -256  0",
        " wlan0: 0000   56.  0.  -256  0",
        " wlan0: 0000   56.  -121.  -256  0",
        " wlan0: 0000   56.  -99999999999.  -256  0",
        " wlan1: 0000   56.  -54.  -256  0",
        " wlan0: zz   56.  -54.  -256  0",
        "\u0000\u0000"
      })
  void signal_thatIsNone_isAbsent(String row) {
    plugIn("wlan0", "up");
    recorded.write("proc/net/wireless", TITLES + row + "\n");

    assertEquals(Optional.empty(), RecordedMachine.value(read(), "wifi-wlan0-signal"));
  }

  @Test
  void macAddresses_areOfInterfacesThatAreUp() {
    recorded.write("sys/class/net/eth0/address", "dc:a6:32:01:02:0f\n");
    recorded.write("sys/class/net/lo/address", "00:00:00:00:00:00\n");
    recorded.plugIn("tun0");
    recorded.write("sys/class/net/tun0/address", "00:00:00:00:00:00\n");
    recorded.plugIn("odd0");
    recorded.write("sys/class/net/odd0/address", "<script>\n");

    Map<PartId, Part> read = recorded.read();
    assertEquals(
        new Text("eth0 MAC", "DC:A6:32:01:02:0F", false), read.get(new PartId("mac-eth0")));
    assertEquals(1, read.keySet().stream().filter(id -> id.value().startsWith("mac-")).count());
  }
}
