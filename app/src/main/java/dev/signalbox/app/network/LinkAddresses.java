package dev.signalbox.app.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;

/** The addresses of this machine at which names are announced. */
final class LinkAddresses {
  private static final int MOST = 8;

  private LinkAddresses() {}

  /**
   * The first IPv4 address of each network interface that is up and knows multicast, loopback
   * apart; of many interfaces, the eight first. One name can have one address in a network only.
   */
  static List<InetAddress> now() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(LinkAddresses::isShared)
          .flatMap(each -> first(each).stream())
          .limit(MOST)
          .toList();
    } catch (SocketException _) {
      return List.of();
    }
  }

  private static boolean isShared(NetworkInterface each) {
    try {
      return each.isUp()
          && each.supportsMulticast()
          && !each.isLoopback()
          && !each.isPointToPoint();
    } catch (SocketException _) {
      return false;
    }
  }

  private static Optional<InetAddress> first(NetworkInterface each) {
    return each.inetAddresses().filter(Inet4Address.class::isInstance).findFirst();
  }
}
