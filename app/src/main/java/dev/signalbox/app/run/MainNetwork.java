package dev.signalbox.app.run;

import dev.signalbox.boards.host.WirelessLinks;
import dev.signalbox.boards.host.WirelessLinks.Link;
import dev.signalbox.boards.host.WirelessLinks.Mode;
import dev.signalbox.wire.dialect.Device;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The network that this machine reaches others by. Owned by the thread that reads. */
final class MainNetwork {
  private static final HexFormat MAC = HexFormat.ofDelimiter(":").withUpperCase();
  private static final Path ROUTES = Path.of("/proc/net/route");

  // The columns of that file: Iface, Destination, Gateway, Flags, RefCnt, Use, Metric, Mask, …
  private static final Pattern DEFAULT_ROUTE =
      Pattern.compile("(\\S+)\\s+0{8}\\s+\\S+\\s+\\S+\\s+\\d+\\s+\\d+\\s+(\\d{1,18})\\s+0{8}\\s.*");

  private final WirelessLinks wireless = WirelessLinks.ofThisMachine();

  /**
   * What is known now. How many stations an access point has is not: the kernel tells it by netlink
   * alone.
   */
  Device.Network read() {
    List<Link> links = wireless.read();
    String ssid = ssid(links);
    String mode = wifiMode(links);
    return address()
        .map(main -> new Device.Network(mac(main), main.getHostAddress(), ssid, mode, 0))
        .orElseGet(() -> new Device.Network("", "", ssid, mode, 0));
  }

  /** What the machine is in wireless networks, as the firmware writes it. */
  static String wifiMode(List<Link> links) {
    boolean accessPoint = has(links, Mode.ACCESS_POINT);
    if (has(links, Mode.STATION)) {
      return accessPoint ? "AP_STA" : "STA";
    }
    return accessPoint ? "AP" : "";
  }

  private static boolean has(List<Link> links, Mode mode) {
    return links.stream().anyMatch(link -> link.mode() == mode);
  }

  /** The name of the network that the machine is in, or else of the one that it makes. */
  static String ssid(List<Link> links) {
    return Stream.of(Mode.STATION, Mode.ACCESS_POINT)
        .flatMap(mode -> links.stream().filter(link -> link.mode() == mode))
        .map(Link::ssid)
        .filter(ssid -> !ssid.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static Optional<InetAddress> address() {
    return mainInterface(ROUTES)
        .flatMap(MainNetwork::addressOf)
        .or(() -> Addresses.ofThisMachine().stream().findFirst());
  }

  /**
   * The interface to everywhere, by the IPv4 routes of a Linux machine (proc_net(5)).
   *
   * @param routes the file that lists them
   */
  static Optional<String> mainInterface(Path routes) {
    try {
      return Files.readAllLines(routes).stream()
          .map(DEFAULT_ROUTE::matcher)
          .filter(Matcher::matches)
          .min(Comparator.comparingLong(route -> Long.parseLong(route.group(2))))
          .map(route -> route.group(1));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<InetAddress> addressOf(String name) {
    try {
      return Optional.ofNullable(NetworkInterface.getByName(name)).stream()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .findFirst();
    } catch (SocketException _) {
      return Optional.empty();
    }
  }

  private static String mac(InetAddress address) {
    try {
      NetworkInterface owner = NetworkInterface.getByInetAddress(address);
      byte[] mac = owner == null ? null : owner.getHardwareAddress();
      return mac == null ? "" : MAC.formatHex(mac);
    } catch (SocketException _) {
      return "";
    }
  }
}
