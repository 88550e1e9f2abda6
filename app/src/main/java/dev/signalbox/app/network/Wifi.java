package dev.signalbox.app.network;

import dev.signalbox.boards.host.Nmcli;
import dev.signalbox.boards.host.WirelessProfiles;
import dev.signalbox.boards.host.WirelessProfiles.Profile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine's Wi-Fi as NetworkManager has it: what there is, and what can be done with it. */
public final class Wifi {
  static final Duration SHORT = Duration.ofSeconds(10);
  private static final Duration SCAN = Duration.ofSeconds(30);
  private static final Duration JOIN = Duration.ofSeconds(90);
  private static final String UNMANAGED = "unmanaged";
  private static final int MOST = 100;

  private final WifiQuestions nmcli;
  private final Nmcli program;

  /**
   * @param nmcli NetworkManager's command
   */
  public Wifi(Nmcli nmcli) {
    this.nmcli = new WifiQuestions(nmcli);
    this.program = nmcli;
  }

  /**
   * A wireless device.
   *
   * @param state as NetworkManager calls it, such as {@code connected}
   * @param profile the network that it is in or makes
   * @param addresses with the length of their prefix
   */
  public record Device(
      String name, String state, Optional<Profile> profile, List<String> addresses) {
    public Device {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * A network that can be heard.
   *
   * @param signal how strong, in %
   * @param security such as {@code WPA2}; empty for an open one
   */
  public record Heard(boolean inUse, String ssid, int signal, String security) {}

  /** All wireless devices; there is one at least. */
  public List<Device> devices() throws WifiFailure {
    List<String> lines =
        nmcli.lines(SHORT, List.of("-t", "-f", "DEVICE,TYPE,STATE", "device", "status"));
    Map<String, Profile> active = WirelessProfiles.active(program);
    List<Device> devices = new ArrayList<>();
    for (String line : lines) {
      List<String> fields = Nmcli.fields(line);
      if (fields.size() == 3 && fields.get(1).equals("wifi")) {
        String name = fields.get(0);
        devices.add(
            new Device(
                name, fields.get(2), Optional.ofNullable(active.get(name)), addresses(name)));
      }
    }
    if (devices.isEmpty()) {
      throw new WifiFailure("This machine has no Wi-Fi device that NetworkManager knows.");
    }
    return devices;
  }

  private List<String> addresses(String device) throws WifiFailure {
    return nmcli.lines(SHORT, List.of("-t", "-f", "IP4.ADDRESS", "device", "show", device)).stream()
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .filter(address -> !address.isEmpty())
        .toList();
  }

  /**
   * The device to work with.
   *
   * @param wish its name; empty for the first that NetworkManager manages
   */
  public Device device(Optional<String> wish) throws WifiFailure {
    List<Device> devices = devices();
    Optional<Device> found =
        devices.stream()
            .filter(each -> wish.map(each.name()::equals).orElse(!each.state().equals(UNMANAGED)))
            .findFirst();
    if (found.isEmpty()) {
      String known = String.join(", ", devices.stream().map(Device::name).toList());
      throw new WifiFailure(
          wish.isPresent()
              ? "There is no such Wi-Fi device; there is " + known + "."
              : "NetworkManager leaves the Wi-Fi device %s alone; 'nmcli device set %s managed yes' changes that."
                  .formatted(known, devices.getFirst().name()));
    }
    return found.get();
  }

  /** The networks that can be heard, the strongest first, each name once. */
  public List<Heard> scan(Device device) throws WifiFailure {
    List<String> lines =
        nmcli.lines(
            SCAN,
            List.of(
                "-t",
                "-f",
                "IN-USE,SSID-HEX,SIGNAL,SECURITY",
                "device",
                "wifi",
                "list",
                "ifname",
                device.name(),
                "--rescan",
                "yes"));
    Map<String, Heard> heard = new LinkedHashMap<>();
    for (String line : lines) {
      heard(Nmcli.fields(line))
          .ifPresent(
              each -> heard.merge(each.ssid(), each, (a, b) -> a.signal() >= b.signal() ? a : b));
    }
    return heard.values().stream()
        .sorted(Comparator.comparingInt(Heard::signal).reversed())
        .limit(MOST)
        .toList();
  }

  /** Names come in hexadecimal digits, so that none can pass for something else. */
  private static Optional<Heard> heard(List<String> fields) {
    if (fields.size() != 4
        || !fields.get(1).matches("([0-9A-Fa-f]{2}){1,32}")
        || !fields.get(2).matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    String ssid = new String(HexFormat.of().parseHex(fields.get(1)), StandardCharsets.UTF_8);
    String security = fields.get(3).strip();
    return Optional.of(
        new Heard(
            fields.get(0).equals("*"),
            ssid,
            Integer.parseInt(fields.get(2)),
            security.equals("--") ? "" : security));
  }

  /**
   * Joins a network, and keeps it for later.
   *
   * @param hidden whether it does not tell its name
   * @param password empty for an open network
   */
  public void join(Device device, Ssid ssid, boolean hidden, Optional<WifiPassword> password)
      throws WifiFailure {
    List<String> arguments = new ArrayList<>(List.of("--wait", "60"));
    password.ifPresent(_ -> arguments.add("--ask"));
    arguments.addAll(List.of("device", "wifi", "connect", ssid.text(), "ifname", device.name()));
    if (hidden) {
      arguments.addAll(List.of("hidden", "yes"));
    }
    nmcli.change(JOIN, password, WifiPassword::line, arguments);
  }
}
