package dev.signalbox.app.run;

import dev.signalbox.wire.dialect.Device;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The network that this machine reaches others by. */
final class MainNetwork {
  private static final Path INTERFACES = Path.of("/sys/class/net");
  private static final HexFormat MAC = HexFormat.ofDelimiter(":").withUpperCase();
  private static final Path ROUTES = Path.of("/proc/net/route");

  // The columns of that file: Iface, Destination, Gateway, Flags, RefCnt, Use, Metric, Mask, …
  private static final Pattern DEFAULT_ROUTE =
      Pattern.compile("(\\S+)\\s+0{8}\\s+\\S+\\s+\\S+\\s+\\d+\\s+\\d+\\s+(\\d{1,18})\\s+0{8}\\s.*");

  private MainNetwork() {}

  /**
   * What is known now. The name of a wireless network and the stations on an access point are not:
   * the kernel tells them by netlink alone.
   */
  static Device.Network read() {
    String mode = isWireless(INTERFACES) ? "STA" : "";
    return address()
        .map(main -> new Device.Network(mac(main), main.getHostAddress(), "", mode, 0))
        .orElseGet(() -> new Device.Network("", "", "", mode, 0));
  }

  /**
   * Whether the machine is in a wireless network (kernel documentation:
   * ABI/testing/sysfs-class-net).
   *
   * @param interfaces the folder that has one for each interface
   */
  static boolean isWireless(Path interfaces) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(interfaces)) {
      for (Path each : all) {
        if (Files.isDirectory(each.resolve("wireless"))
            && Files.readString(each.resolve("operstate")).strip().equals("up")) {
          return true;
        }
      }
    } catch (IOException _) {
      // Not Linux, or an interface that just went.
    }
    return false;
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
