package dev.signalbox.server;

import dev.signalbox.wire.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages from elsewhere from commanding the hub.
 *
 * <p>A page of another origin names itself in {@code Origin}, which browsers let nobody forge; a
 * name that was made to point at this machine (DNS rebinding) shows in {@code Host}. So {@code
 * Host} must be one of the hub's own names or addresses, and {@code Origin}, where there is one,
 * that same host on one of the hub's own ports, or a configured page. A page can also have a
 * browser ask without an {@code Origin}, by an image or a link; where the browser says by {@code
 * Sec-Fetch-Site} (Fetch Metadata) that this comes from another site, it is refused. Programs that
 * are no browsers send neither and pass. Any thread.
 */
final class Guard {
  private static final String SITE = "Sec-Fetch-Site";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  private final Set<String> hosts;
  private final Set<String> origins;
  private final Set<Integer> ownPorts = ConcurrentHashMap.newKeySet();
  private volatile Set<String> networkNames = Set.of();

  private Guard(Set<String> hosts, Set<String> origins) {
    this.hosts = Set.copyOf(hosts);
    this.origins = Set.copyOf(origins);
  }

  /** The guard of these settings, on the machine as it is now. May take a moment. */
  static Guard of(ServerSettings settings) {
    Set<String> hosts = new HashSet<>(LOOPBACK);
    hosts.add(plain(settings.bind()));
    settings.hosts().forEach(host -> hosts.add(plain(host)));
    ownNames(hosts);
    Set<String> origins = new HashSet<>();
    settings.origins().forEach(origin -> origins.add(origin.toLowerCase(Locale.ROOT)));
    return new Guard(hosts, origins);
  }

  private static void ownNames(Set<String> hosts) {
    try {
      String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
      hosts.add(name);
      hosts.add(name + ".local");
    } catch (java.net.UnknownHostException _) {
      // A machine without a name of its own is called by its addresses.
    }
  }

  /** What is wrong with where a request with these headers comes from; empty if nothing is. */
  Optional<Problem> check(MultiMap headers) {
    return check(headers.get(HttpHeaders.HOST), headers.get(HttpHeaders.ORIGIN), headers.get(SITE));
  }

  /**
   * What is wrong with where a request comes from; empty if nothing is.
   *
   * @param site the value of {@code Sec-Fetch-Site}
   */
  Optional<Problem> check(@Nullable String host, @Nullable String origin, @Nullable String site) {
    String name = host == null ? "" : hostOf(host);
    if (!hosts.contains(name) && !networkNames.contains(name) && !isOwnAddress(name)) {
      return Optional.of(
          Problem.forbidden(
              "unknown-host",
              "This hub is not known as '"
                  + name
                  + "'; add the name under 'hosts' in its settings."));
    }
    if (origin != null && origins.contains(origin.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    if ("cross-site".equalsIgnoreCase(site)) {
      return foreign(origin == null ? "another site" : "'" + origin + "'");
    }
    if (origin == null
        || authorityOf(origin).equals(Optional.ofNullable(host).map(Guard::plainAuthority))
        || isOwnPage(origin, name)) {
      return Optional.empty();
    }
    return foreign("'" + origin + "'");
  }

  private static Optional<Problem> foreign(String origin) {
    return Optional.of(
        Problem.forbidden(
            "foreign-origin",
            "A page from "
                + origin
                + " may not command this hub; add it under 'origins' in its settings."));
  }

  /** Says that the hub listens on this port, so that a page from there is its own. Thread: any. */
  void own(int port) {
    ownPorts.add(port);
  }

  /**
   * Says that the hub is called so too, from now on; what it was called so before is so no more:
   * another machine may have that name now. Thread: any.
   */
  void knownAs(Set<String> names) {
    networkNames = names.stream().map(Guard::plain).collect(Collectors.toUnmodifiableSet());
  }

  private boolean isOwnPage(String origin, String host) {
    try {
      URI page = URI.create(origin);
      return page.getHost() != null
          && hostOf(page.getAuthority()).equals(host)
          && ownPorts.contains(page.getPort() < 0 ? 80 : page.getPort());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean isOwnAddress(String name) {
    if (name.isEmpty() || !name.matches("[0-9a-f:.%]+")) {
      return false;
    }
    try {
      return NetworkInterface.getByInetAddress(InetAddress.ofLiteral(name)) != null;
    } catch (SocketException | IllegalArgumentException _) {
      return false;
    }
  }

  /** The host of {@code host[:port]}, without brackets. */
  static String hostOf(String authority) {
    String lower = authority.toLowerCase(Locale.ROOT);
    if (lower.startsWith("[")) {
      int end = lower.indexOf(']');
      return end < 0 ? "" : lower.substring(1, end);
    }
    int colon = lower.indexOf(':');
    return plain(colon < 0 ? lower : lower.substring(0, colon));
  }

  private static String plain(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static String plainAuthority(String authority) {
    return authority.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
  }

  private static Optional<String> authorityOf(String origin) {
    try {
      String authority = URI.create(origin).getAuthority();
      return Optional.ofNullable(authority).map(Guard::plainAuthority);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
