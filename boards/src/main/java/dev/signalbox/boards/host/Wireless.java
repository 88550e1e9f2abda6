package dev.signalbox.boards.host;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each wireless device does, in which network, and how strong that is there, by {@code
 * /proc/net/wireless} (kernel: net/wireless/wext-proc.c).
 */
final class Wireless implements Gauge {
  /** The device, its status, the quality, and the level; the dots say that a figure is fresh. */
  private static final Pattern ROW =
      Pattern.compile("\\s*(\\S+):\\s+[0-9a-fA-F]+\\s+-?\\d+\\.?\\s+(-?\\d{1,4})\\.?\\s.*");

  /** In dBm; what else stands there is on a scale of the driver's own. */
  private static final int FAINTEST = -120;

  private final SystemFiles files;
  private final WirelessLinks links;

  Wireless(SystemFiles files, WirelessLinks links) {
    this.files = files;
    this.links = links;
  }

  @Override
  public void read(Readings readings) {
    List<String> rows = files.lines("proc/net/wireless");
    for (WirelessLinks.Link link : links.read()) {
      String device = link.device();
      readings.text("wifi-" + device + "-mode", device + " Wi-Fi mode", link.mode().text());
      readings.text("wifi-" + device + "-ssid", device + " SSID", link.ssid());
      if (link.mode() == WirelessLinks.Mode.STATION) {
        level(device, rows)
            .ifPresent(level ->
                readings.number("wifi-" + device + "-signal", device + " signal", level, "dBm"));
      }
    }
  }

  private static Optional<Integer> level(String device, List<String> rows) {
    return rows.stream()
        .map(ROW::matcher)
        .filter(row -> row.matches() && row.group(1).equals(device))
        .findFirst()
        .map((Matcher row) -> Integer.parseInt(row.group(2)))
        .filter(level -> level < 0 && level >= FAINTEST);
  }
}
