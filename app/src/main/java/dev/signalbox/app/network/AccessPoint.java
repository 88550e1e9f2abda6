package dev.signalbox.app.network;

import dev.signalbox.app.yaml.Shown;
import dev.signalbox.boards.host.Nmcli;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A wireless network that this machine makes, with WPA2, and with addresses for those who join it.
 *
 * @param device the wireless device, such as {@code wlan0}
 * @param address of this machine in it, IPv4 without a prefix
 */
public record AccessPoint(String device, Ssid ssid, String address) {
  /** What NetworkManager calls it. */
  public static final String PROFILE = "signalbox-access-point";

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String NUMBER = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";

  // Those that RFC 1918 leaves to everybody.
  private static final String PRIVATE =
      "(10\\.%1$s|172\\.(1[6-9]|2\\d|3[01])|192\\.168)\\.%1$s\\.([1-9]|[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-4])"
          .formatted(NUMBER);

  /** An access point at an address of a private network, the network having 254 of them. */
  public static AccessPoint at(String address, String device, Ssid ssid) throws WifiFailure {
    if (!address.matches(PRIVATE)) {
      throw new WifiFailure(
          "The address must be one of a private network, such as 192.168.4.1, not %s."
              .formatted(Shown.quoted(address)));
    }
    return new AccessPoint(device, ssid, address);
  }

  /** Whether there is one already, which {@link #start} changes. */
  public static boolean isThere(Nmcli nmcli) throws WifiFailure {
    return new WifiQuestions(nmcli)
        .lines(Wifi.SHORT, List.of("-t", "-f", "NAME", "connection", "show")).stream()
            .anyMatch(line -> Nmcli.fields(line).equals(List.of(PROFILE)));
  }

  /**
   * Starts it now, and again whenever the machine starts. Where that fails, one that was not there
   * before is not there after.
   */
  public void start(Nmcli nmcli, WifiPassword password) throws WifiFailure {
    WifiQuestions questions = new WifiQuestions(nmcli);
    boolean isThere = isThere(nmcli);
    questions.lines(LIMIT, isThere ? changed() : added());
    try {
      questions.change(
          LIMIT,
          Optional.of(password),
          WifiPassword::fileLine,
          List.of("--wait", "45", "connection", "up", "id", PROFILE, "passwd-file", "/dev/stdin"));
    } catch (WifiFailure failure) {
      if (!isThere) {
        remove(questions, failure);
      }
      throw failure;
    }
  }

  private static void remove(WifiQuestions questions, WifiFailure reason) {
    try {
      questions.lines(LIMIT, List.of("connection", "delete", "id", PROFILE));
    } catch (WifiFailure further) {
      reason.addSuppressed(further);
    }
  }

  private List<String> added() {
    List<String> arguments =
        new ArrayList<>(
            List.of("connection", "add", "type", "wifi", "con-name", PROFILE, "ifname", device));
    arguments.addAll(List.of("ssid", ssid.text()));
    arguments.addAll(settings());
    return arguments;
  }

  /** The password that was kept goes too, so that the new one is asked for. */
  private List<String> changed() {
    List<String> arguments = new ArrayList<>(List.of("connection", "modify", "id", PROFILE));
    arguments.addAll(List.of("connection.interface-name", device));
    arguments.addAll(List.of("802-11-wireless.ssid", ssid.text()));
    arguments.addAll(settings());
    arguments.addAll(List.of("802-11-wireless-security.psk", ""));
    return arguments;
  }

  private List<String> settings() {
    return List.of(
        "connection.autoconnect",
        "yes",
        "802-11-wireless.mode",
        "ap",
        "802-11-wireless.band",
        "bg",
        "802-11-wireless-security.key-mgmt",
        "wpa-psk",
        "802-11-wireless-security.proto",
        "rsn",
        "802-11-wireless-security.pairwise",
        "ccmp",
        "802-11-wireless-security.group",
        "ccmp",
        "ipv4.method",
        "shared",
        "ipv4.addresses",
        address + "/24",
        "ipv6.method",
        "ignore");
  }
}
