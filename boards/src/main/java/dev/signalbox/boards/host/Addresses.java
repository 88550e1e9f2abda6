package dev.signalbox.boards.host;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The addresses at which the machine can be reached, one part for each network interface. */
final class Addresses implements Gauge {
  private static final int LONGEST = 200;
  private static final Pattern SCOPE = Pattern.compile("%.*");

  /** Two groups or more, with the colons at either end. */
  private static final Pattern ZEROS = Pattern.compile("(^|:)0(:0)+(:|$)");

  private final Supplier<Map<String, List<String>>> source;

  /**
   * @param source the addresses by the name of their interface, in the order in which they are
   *     shown
   */
  Addresses(Supplier<Map<String, List<String>>> source) {
    this.source = source;
  }

  @Override
  public void read(Readings readings) {
    source.get().entrySet().stream()
        .limit(NetworkRates.MOST_INTERFACES)
        .forEach(entry ->
            readings.text(
                "address-" + entry.getKey(),
                entry.getKey() + " address",
                joined(entry.getValue())));
  }

  /** As many of the addresses as a text can hold, whole. */
  private static String joined(List<String> addresses) {
    StringBuilder joined = new StringBuilder();
    for (String address : addresses) {
      String more = joined.isEmpty() ? address : ", " + address;
      if (joined.length() + more.length() <= LONGEST) {
        joined.append(more);
      }
    }
    return joined.toString();
  }

  /** What Java knows of this machine's interfaces. */
  static Supplier<Map<String, List<String>>> ofThisMachine() {
    return Addresses::known;
  }

  private static Map<String, List<String>> known() {
    Map<String, List<String>> known = new LinkedHashMap<>();
    try {
      NetworkInterface.networkInterfaces()
          .filter(Addresses::isUp)
          .sorted(Comparator.comparing(Addresses::isLocalOnly))
          .forEach(each -> known.put(each.getName(), addresses(each)));
    } catch (SocketException _) {
      return Map.of();
    }
    return known;
  }

  private static boolean isUp(NetworkInterface each) {
    try {
      return each.isUp() && !each.isLoopback();
    } catch (SocketException _) {
      return false;
    }
  }

  private static boolean isLocalOnly(NetworkInterface each) {
    return each.inetAddresses().allMatch(InetAddress::isLinkLocalAddress);
  }

  /** What people type comes first: the short addresses, then those that reach far. */
  private static List<String> addresses(NetworkInterface each) {
    List<InetAddress> addresses = new ArrayList<>(each.inetAddresses().toList());
    addresses.sort(
        Comparator.<InetAddress, Boolean>comparing(Inet6Address.class::isInstance)
            .thenComparing(InetAddress::isLinkLocalAddress));
    return addresses.stream()
        .map(address -> shortened(SCOPE.matcher(address.getHostAddress()).replaceFirst("")))
        .toList();
  }

  /** Two colons for the longest run of zeros in an IPv6 address, the first of equals (RFC 5952). */
  static String shortened(String address) {
    return ZEROS
        .matcher(address)
        .results()
        .max(
            Comparator.<MatchResult>comparingLong(Addresses::zeros)
                .thenComparing(Comparator.<MatchResult>comparingInt(MatchResult::start).reversed()))
        .map(run -> address.substring(0, run.start()) + "::" + address.substring(run.end()))
        .orElse(address);
  }

  private static long zeros(MatchResult run) {
    return run.group().chars().filter(c -> c == '0').count();
  }
}
