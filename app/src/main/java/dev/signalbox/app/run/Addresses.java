package dev.signalbox.app.run;

import dev.signalbox.app.config.Endpoint;
import dev.signalbox.server.Mount;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a listener is reached.
 *
 * @param main one that works on this machine
 * @param further those at which others reach it
 */
public record Addresses(String main, List<String> further) {
  public Addresses {
    further = List.copyOf(further);
  }

  /** The addresses of a listener for HTTP. */
  static Addresses of(Endpoint endpoint) {
    return of("http", endpoint);
  }

  /**
   * The addresses of a listener.
   *
   * @param scheme http or ws
   */
  static Addresses of(String scheme, Endpoint endpoint) {
    int port = endpoint.port();
    if (!endpoint.isEverywhere()) {
      return new Addresses(url(scheme, endpoint.bind(), port), List.of());
    }
    List<String> others = new ArrayList<>();
    for (InetAddress address : ofThisMachine()) {
      others.add(url(scheme, address.getHostAddress(), port));
    }
    return new Addresses(url(scheme, "127.0.0.1", port), others);
  }

  /** All of them. */
  List<String> all() {
    return Stream.concat(Stream.of(main), further.stream()).toList();
  }

  /**
   * What people are told of further listeners, a line for each address.
   *
   * @param bound in the order of the mounts, each one's for HTTP first
   */
  static List<String> lines(List<Mount> mounts, Iterator<Mount.Listener> bound) {
    List<String> lines = new ArrayList<>();
    for (Mount mount : mounts) {
      mount.http().ifPresent(_ -> lines.addAll(lines("http", bound.next())));
      mount.webSocket().ifPresent(_ -> lines.addAll(lines("ws", bound.next())));
    }
    return List.copyOf(lines);
  }

  private static List<String> lines(String scheme, Mount.Listener bound) {
    return of(scheme, new Endpoint(bound.bind(), bound.port())).all().stream()
        .map(address -> bound.name() + ": " + address)
        .toList();
  }

  private static String url(String scheme, String host, int port) {
    return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/";
  }

  /** This machine's addresses in its networks, of the kind that people type. */
  static List<InetAddress> ofThisMachine() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(Addresses::isUp)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
          .toList();
    } catch (SocketException _) {
      return List.of();
    }
  }

  private static boolean isUp(NetworkInterface network) {
    try {
      return network.isUp();
    } catch (SocketException _) {
      return false;
    }
  }
}
