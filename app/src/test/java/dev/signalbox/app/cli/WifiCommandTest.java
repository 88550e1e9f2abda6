package dev.signalbox.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.app.Main;
import dev.signalbox.testkit.FakeNmcli;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commands as people call them, each in a process of its own. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "NetworkManager is of Linux")
class WifiCommandTest {
  private static final String PASSWORD = "tr:a\\in set \"9\"";

  @TempDir Path folder;
  private FakeNmcli fake;

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void make() throws IOException {
    fake = new FakeNmcli(folder);
    fake.says("device status", "wlan0:wifi:connected\n");
    fake.says("connection show --active", "u1:802-11-wireless:wlan0\n");
    fake.says("uuid u1", "802-11-wireless.mode:infrastructure\n802-11-wireless.ssid:Old\n");
    fake.says("IP4.ADDRESS", "IP4.ADDRESS[1]:192.168.1.20/24\n");
  }

  private Ended wifi(String input, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "wifi"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PATH", folder + ":/usr/bin:/bin");
    Process process = builder.start();
    CompletableFuture<String> err =
        CompletableFuture.supplyAsync(() -> read(process.errorReader(UTF_8)));
    try (var stdin = process.outputWriter(UTF_8)) {
      stdin.write(input);
    }
    String out = read(process.inputReader(UTF_8));
    return new Ended(process.waitFor(), out, err.join());
  }

  private static String read(BufferedReader reader) {
    try (reader) {
      return reader.readAllAsString();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void assertSecret(Ended ended) {
    assertFalse((ended.out + ended.err).contains(PASSWORD), ended.toString());
    for (FakeNmcli.Call call : fake.calls()) {
      assertFalse(call.arguments().toString().contains(PASSWORD), call.line());
      assertFalse(call.environment().toString().contains(PASSWORD), call.line());
      assertFalse(call.processes().toString().contains(PASSWORD), call.line());
      assertTrue(call.processes().contains("wifi"), "the hub's own process is looked at too");
    }
  }

  private List<String> changes() {
    return fake.calls().stream()
        .map(FakeNmcli.Call::line)
        .filter(line -> !line.startsWith("-t "))
        .toList();
  }

  @Test
  void status_saysWhatTheDevicesDo() throws Exception {
    assertEquals(new Ended(0, "wlan0: station, 'Old', 192.168.1.20/24\n", ""), wifi("", "status"));
    assertEquals(List.of(), changes());
  }

  @Test
  void join_saysWhatItChanges_andTellsThePasswordByTheInputAlone() throws Exception {
    Ended ended = wifi(PASSWORD + "\nmore", "join", "--yes", "Club house");

    assertEquals(
        """
        This will be changed:
          wlan0 leaves 'Old', and who is connected by it with it.
          wlan0 joins 'Club house'.
          NetworkManager keeps this, and joins it again whenever it is there.
        wlan0 is in 'Club house' now.
        """,
        ended.out);
    assertEquals("", ended.err);
    assertEquals(List.of("--wait 60 --ask device wifi connect Club house ifname wlan0"), changes());
    assertEquals(PASSWORD + "\n", fake.calls().getLast().input());
    assertSecret(ended);
  }

  @Test
  void join_withoutConsent_changesNothing() throws Exception {
    Ended ended = wifi(PASSWORD + "\n", "join", "Club");

    assertEquals(1, ended.code);
    assertTrue(ended.out.contains("wlan0 joins 'Club'."), ended.out);
    assertEquals("Nothing was changed. Where nobody can be asked, say --yes.\n", ended.err);
    assertEquals(List.of(), changes());
    assertSecret(ended);
  }

  @Test
  void accessPoint_ofTheExample_isAt192_168_4_1() throws Exception {
    Ended ended = wifi("secret123\n", "access-point", "--yes", "ESP32SSID");

    assertEquals(
        """
        This will be changed:
          wlan0 leaves 'Old', and who is connected by it with it.
          wlan0 makes the network 'ESP32SSID' (WPA2), in which this machine is 192.168.4.1 and gives\
         the others addresses.
          NetworkManager keeps this as 'signalbox-access-point', and does it again at every start.
        wlan0 makes 'ESP32SSID' now; this machine is 192.168.4.1 in it.
        """,
        ended.out);
    assertEquals(0, ended.code);
    assertEquals("802-11-wireless-security.psk:secret123\n", fake.calls().getLast().input());
  }

  @Test
  void password_thatIsTooShort_isRefusedAndNotShown() throws Exception {
    Ended ended = wifi("abcdefg\n", "join", "--yes", "Club");

    assertEquals(new Ended(1, "", "The password must have 8 to 63 characters, not 7.\n"), ended);
    assertEquals(List.of(), changes());
  }

  @Test
  void machine_withoutNetworkManager_isTold() throws Exception {
    Files.delete(fake.program());

    Ended ended = wifi("", "scan");
    assertEquals(1, ended.code);
    assertTrue(ended.err.startsWith("nmcli is not there."), ended.err);
    assertEquals(1, ended.err.lines().count());
  }
}
