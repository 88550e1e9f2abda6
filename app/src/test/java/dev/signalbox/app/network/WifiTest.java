package dev.signalbox.app.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.boards.host.Nmcli;
import dev.signalbox.boards.host.WirelessLinks.Mode;
import dev.signalbox.boards.host.WirelessProfiles.Profile;
import dev.signalbox.testkit.FakeNmcli;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
class WifiTest {
  private static final Wifi.Device DEVICE =
      new Wifi.Device("wlan0", "connected", Optional.empty(), List.of());

  @TempDir Path folder;
  private FakeNmcli fake;
  private Nmcli nmcli;
  private Wifi wifi;

  @BeforeEach
  void make() throws IOException {
    fake = new FakeNmcli(folder);
    nmcli = new Nmcli(fake.program().toString());
    wifi = new Wifi(nmcli);
  }

  private static String sentence(Executable work) {
    return String.valueOf(assertThrows(WifiFailure.class, work).getMessage());
  }

  private List<String> asked() {
    return fake.calls().stream().map(FakeNmcli.Call::line).toList();
  }

  @Test
  void devices_areTheWirelessOnes() throws Exception {
    fake.says(
        "device status",
        """
        eth0:ethernet:connected
        wlan0:wifi:connected
        wlan1:wifi:unmanaged
        lo:loopback:unmanaged
        """);
    fake.says("--active", "u1:802-11-wireless:wlan0\n");
    fake.says("uuid u1", "802-11-wireless.mode:ap\n802-11-wireless.ssid:x\n");
    fake.says("show wlan0", "IP4.ADDRESS[1]:192.168.4.1/24\n");

    assertEquals(
        List.of(
            new Wifi.Device(
                "wlan0",
                "connected",
                Optional.of(new Profile(Mode.ACCESS_POINT, "x")),
                List.of("192.168.4.1/24")),
            new Wifi.Device("wlan1", "unmanaged", Optional.empty(), List.of())),
        wifi.devices());
    assertEquals("wlan0", wifi.device(Optional.empty()).name());
    assertEquals("wlan1", wifi.device(Optional.of("wlan1")).name());
    assertEquals(
        "There is no such Wi-Fi device; there is wlan0, wlan1.",
        sentence(() -> wifi.device(Optional.of("wlan7"))));
  }

  @Test
  void machine_withoutWifi_isTold() throws IOException {
    fake.says("device status", "eth0:ethernet:connected\n");

    assertEquals(
        "This machine has no Wi-Fi device that NetworkManager knows.", sentence(wifi::devices));
  }

  @Test
  void device_thatNobodyManages_isTold() throws IOException {
    fake.says("device status", "wlan0:wifi:unmanaged\n");

    assertTrue(
        sentence(() -> wifi.device(Optional.empty())).contains("nmcli device set wlan0 managed"),
        "how to change it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8|Error: NetworkManager is not running.|NetworkManager is not running.",
        "1|Error: Could not create NMClient object: Could not connect: No such file|is not"
            + " running.",
        "10|Error: No network 'x' found.|NetworkManager refused (10): Error: No network 'x' found.",
        "4|Error: not authorized to control networking.|Run it with sudo.",
      })
  void refusal_isASentence(int exit, String error, String part) throws IOException {
    fake.answers("", exit, "", error + "\n");

    assertTrue(sentence(wifi::devices).contains(part), sentence(wifi::devices));
  }

  @Test
  void refusal_withControlCharacters_isOneHarmlessLine() throws IOException {
    fake.answers("", 1, "", "a\u001b[2Jb\r\nc\u202e" + "d".repeat(5_000));

    String sentence = sentence(wifi::devices);
    assertTrue(sentence.startsWith("NetworkManager refused (1): a [2Jb c d"), sentence);
    assertFalse(sentence.chars().anyMatch(Character::isISOControl), sentence);
    assertTrue(sentence.length() < 300, sentence);
  }

  @Test
  void networks_areEachOnceByStrength() throws Exception {
    fake.says(
        "wifi list",
        """
        :436C7562:40:WPA2
        *:436C7562:71:WPA2
        :C3A43A5C:90:
        :1B5B324A0A:10:--
        ::99:WPA2
        :zz:99:WPA2
        :436C7562:many:WPA2
        :436C7562:99:WPA2:more
        :%s:99:WPA2
        """
            .formatted("41".repeat(33)));

    assertEquals(
        List.of(
            new Wifi.Heard(false, "ä:\\", 90, ""),
            new Wifi.Heard(true, "Club", 71, "WPA2"),
            new Wifi.Heard(false, "\u001b[2J\n", 10, "")),
        wifi.scan(DEVICE));
  }

  @Test
  void join_ofAnOpenHiddenNetwork_asksForNothing() throws Exception {
    wifi.join(DEVICE, Ssid.of("Club"), true, Optional.empty());

    assertEquals(List.of("--wait 60 device wifi connect Club ifname wlan0 hidden yes"), asked());
    assertEquals("", fake.calls().getFirst().input());
  }

  @Test
  void join_thatFails_neverShowsThePassword() throws Exception {
    fake.does("connect", "cat \"$here/calls/0/input\" >&2; exit 4");

    String sentence =
        sentence(() ->
            wifi.join(DEVICE, Ssid.of("Club"), false, Optional.of(WifiPassword.of("secret123"))));
    assertEquals("NetworkManager refused (4): ********", sentence);
  }

  @Test
  void accessPoint_isAddedAndStarted() throws Exception {
    AccessPoint.at("192.168.4.1", "wlan0", Ssid.of("ESP32SSID"))
        .start(nmcli, WifiPassword.of(" a\\b c d "));

    assertEquals(3, asked().size());
    String added = asked().get(1);
    assertTrue(
        added.startsWith(
            "connection add type wifi con-name signalbox-access-point ifname wlan0 ssid ESP32SSID"
                + " "),
        added);
    for (String setting :
        List.of(
            "802-11-wireless.mode ap",
            "key-mgmt wpa-psk",
            "proto rsn",
            "ipv4.method shared",
            "ipv4.addresses 192.168.4.1/24",
            "connection.autoconnect yes")) {
      assertTrue(added.contains(setting), setting);
    }
    assertEquals(
        "--wait 45 connection up id signalbox-access-point passwd-file /dev/stdin",
        asked().getLast());
    assertEquals(
        "802-11-wireless-security.psk:\\040a\\\\b\\040c\\040d\\040\n",
        fake.calls().getLast().input());
  }

  @Test
  void accessPoint_thatIsThere_isChanged_withoutItsOldPassword() throws Exception {
    fake.says("-f NAME connection show", "Club\nsignalbox-access-point\n");
    assertTrue(AccessPoint.isThere(nmcli));
    AccessPoint.at("10.0.0.1", "wlan1", Ssid.of("x")).start(nmcli, WifiPassword.of("secret123"));

    List<String> changed = fake.calls().get(2).arguments();
    assertEquals(
        List.of("connection", "modify", "id", "signalbox-access-point"), changed.subList(0, 4));
    assertEquals(
        List.of("802-11-wireless-security.psk", ""),
        changed.subList(changed.size() - 2, changed.size()));
  }

  @Test
  void accessPoint_thatCannotStart_isNotLeftBehind() throws Exception {
    fake.answers("connection up", 4, "", "Error: no.\n");
    AccessPoint point = AccessPoint.at("10.0.0.1", "wlan0", Ssid.of("x"));

    assertEquals(
        "NetworkManager refused (4): Error: no.",
        sentence(() -> point.start(nmcli, WifiPassword.of("secret123"))));
    assertEquals("connection delete id signalbox-access-point", asked().getLast());
  }

  @Test
  void accessPoint_thatWasThere_isNotDeletedWhereItCannotStart() throws Exception {
    fake.says("-f NAME connection show", "signalbox-access-point\n");
    fake.answers("connection up", 4, "", "Error: no.\n");
    AccessPoint point = AccessPoint.at("10.0.0.1", "wlan0", Ssid.of("x"));

    sentence(() -> point.start(nmcli, WifiPassword.of("secret123")));
    assertTrue(asked().getLast().contains("connection up"), asked().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "192.168.4.0",
        "192.168.4.255",
        "192.168.4.1/24",
        "192.168.4",
        "172.32.0.1",
        "10.256.0.1",
        "",
        "fd00::1",
        "x"
      })
  void address_thatIsNotPrivate_isRefused(String address) {
    assertThrows(WifiFailure.class, () -> AccessPoint.at(address, "wlan0", Ssid.of("x")), address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.1", "10.255.255.254", "172.16.0.1", "172.31.9.9", "192.168.0.254"})
  void address_thatIsPrivate_isFine(String address) throws WifiFailure {
    assertEquals(address, AccessPoint.at(address, "wlan0", Ssid.of("x")).address());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234567|The password must have 8 to 63 characters, not 7.",
        "''|The password must have 8 to 63 characters, not 0.",
        "pässwort|The password may have letters, digits and signs of ASCII only."
      })
  void password_thatIsNone_isRefused(String password, String reason) {
    assertEquals(reason, sentence(() -> WifiPassword.of(password)));
  }

  @Test
  void password_of8To63_isFine_andNeverText() throws WifiFailure {
    assertEquals("a password", WifiPassword.of("12345678").toString());
    WifiPassword.of("x".repeat(63));
    assertTrue(sentence(() -> WifiPassword.of("x".repeat(64))).contains("not 64"), "too long");
    assertTrue(sentence(() -> WifiPassword.of("1234567\n8")).contains("ASCII"), "two lines");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "123456789012345678901234567890123", "ääääääääääääääääü", "a\nb", "a\u0000"})
  void name_thatIsNone_isRefused(String name) {
    assertFalse(sentence(() -> Ssid.of(name)).contains("\n"), name);
  }
}
