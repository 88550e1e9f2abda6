package dev.signalbox.boards.host;

import dev.signalbox.boards.host.Nmcli.Ended;
import dev.signalbox.boards.host.WirelessLinks.Mode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What NetworkManager does with the machine's wireless devices now. */
public final class WirelessProfiles {
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final String WIRELESS = "802-11-wireless";
  private static final String SSID = WIRELESS + ".ssid:";
  private static final String MODE = WIRELESS + ".mode:";
  private static final int MOST = NetworkRates.MOST_INTERFACES;

  /**
   * A network that a device is in or makes.
   *
   * @param ssid its name, as text from outside
   */
  public record Profile(Mode mode, String ssid) {}

  private WirelessProfiles() {}

  /** The active networks, by device; none where NetworkManager does not answer. */
  public static Map<String, Profile> active(Nmcli nmcli) {
    Map<String, Profile> active = new LinkedHashMap<>();
    ask(nmcli, "-t", "-f", "UUID,TYPE,DEVICE", "connection", "show", "--active").stream()
        .map(Nmcli::fields)
        .filter(fields -> fields.size() == 3 && fields.get(1).equals(WIRELESS))
        .limit(MOST)
        .forEach(fields -> active.put(fields.get(2), profile(nmcli, fields.get(0))));
    return active;
  }

  private static Profile profile(Nmcli nmcli, String uuid) {
    // The mode first: a name can have line ends in it, and what follows is not to be believed.
    List<String> lines =
        ask(
            nmcli,
            "-t",
            "-f",
            WIRELESS + ".mode," + WIRELESS + ".ssid",
            "connection",
            "show",
            "uuid",
            uuid);
    Mode mode =
        switch (value(lines, MODE)) {
          case "ap" -> Mode.ACCESS_POINT;
          case "infrastructure", "" -> Mode.STATION;
          default -> Mode.OTHER;
        };
    return new Profile(mode, value(lines, SSID));
  }

  private static String value(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .findFirst()
        .map(line -> line.substring(key.length()))
        .orElse("");
  }

  private static List<String> ask(Nmcli nmcli, String... arguments) {
    return nmcli.ask(LIMIT, "", List.of(arguments)) instanceof Ended(int exit, var lines, _)
            && exit == 0
        ? lines
        : List.of();
  }
}
