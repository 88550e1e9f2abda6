package dev.signalbox.boards.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.boards.host.WirelessLinks.Mode;
import dev.signalbox.boards.host.WirelessProfiles.Profile;
import dev.signalbox.testkit.FakeNmcli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
class WirelessProfilesTest {
  @TempDir Path folder;
  private FakeNmcli fake;

  @BeforeEach
  void make() throws IOException {
    fake = new FakeNmcli(folder);
  }

  private Map<String, Profile> active() {
    return WirelessProfiles.active(new Nmcli(fake.program().toString()));
  }

  @Test
  void devices_ofWirelessNetworks_haveModeAndName() throws IOException {
    fake.says(
        "--active",
        """
        u1:802-3-ethernet:eth0
        u2:802-11-wireless:wlan0
        u3:802-11-wireless:wlan1
        u4:802-11-wireless:wlan2
        """);
    fake.says("uuid u2", "802-11-wireless.mode:infrastructure\n802-11-wireless.ssid:Café: a\\b\n");
    fake.says("uuid u3", "802-11-wireless.mode:ap\n802-11-wireless.ssid:ESP32SSID\n");
    fake.says("uuid u4", "802-11-wireless.mode:adhoc\n802-11-wireless.ssid:x\n");

    assertEquals(
        Map.of(
            "wlan0", new Profile(Mode.STATION, "Café: a\\b"),
            "wlan1", new Profile(Mode.ACCESS_POINT, "ESP32SSID"),
            "wlan2", new Profile(Mode.OTHER, "x")),
        active());
  }

  @Test
  void name_withALineEnd_makesNothingUp() throws IOException {
    fake.says("--active", "u2:802-11-wireless:wlan0\n");
    fake.says(
        "uuid u2",
        "802-11-wireless.mode:infrastructure\n802-11-wireless.ssid:x\n802-11-wireless.mode:ap\n");

    assertEquals(Map.of("wlan0", new Profile(Mode.STATION, "x")), active());
  }

  @Test
  void nonsense_isNoNetwork() throws IOException {
    fake.says("--active", "802-11-wireless\n::\n\u001b[31m:802-11-wireless\n\\\n");

    assertEquals(Map.of(), active());
  }

  @Test
  void managerThatDoesNotRun_knowsNothing() throws IOException {
    fake.answers("--active", 8, "u2:802-11-wireless:wlan0\n", "Error: not running.\n");

    assertEquals(Map.of(), active());
  }

  @Test
  void machineWithoutIt_knowsNothing() throws IOException {
    Files.delete(fake.program());

    assertEquals(Map.of(), active());
  }
}
