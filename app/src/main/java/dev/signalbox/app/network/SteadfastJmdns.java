package dev.signalbox.app.network;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Set;
import javax.jmdns.impl.DNSEntry;
import javax.jmdns.impl.DNSRecord;
import javax.jmdns.impl.JmDNSImpl;

/**
 * JmDNS that keeps a name which it has. By itself it begins to probe anew as soon as somebody else
 * probes for its name, does not answer meanwhile, and so loses the name to a newcomer with a higher
 * address; RFC 6762, section 8.1, has the one who has the name answer. It gives way only to who
 * says to have the name already (section 9).
 */
final class SteadfastJmdns extends JmDNSImpl {
  SteadfastJmdns(InetAddress address, String name) throws IOException {
    super(address, name);
  }

  @Override
  public boolean revertState() {
    boolean isMine = (isAnnouncing() || isAnnounced()) && !isAnothers();
    return isMine || super.revertState();
  }

  /** What others say that they have is kept for as long as it holds; what they wish for is not. */
  private boolean isAnothers() {
    Set<InetAddress> own = Set.of(getLocalHost().getInetAddress());
    return getCache().getDNSEntryList(getLocalHost().getName()).stream()
        .filter(DNSRecord.IPv4Address.class::isInstance)
        .filter(entry -> !entry.isExpired(System.currentTimeMillis()))
        .anyMatch(entry -> !own.containsAll(addresses(entry)));
  }

  private static Set<InetAddress> addresses(DNSEntry entry) {
    return entry instanceof DNSRecord.IPv4Address record
        ? Set.copyOf(Arrays.asList(record.getServiceInfo(false).getInet4Addresses()))
        : Set.of();
  }
}
