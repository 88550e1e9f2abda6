package dev.signalbox.app.network;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.jmdns.ServiceInfo;
import javax.jmdns.impl.NameRegister;

/** A responder by JmDNS. */
final class JmdnsResponder implements Responder {
  /** Held on to, because a logger that nobody holds loses its level. */
  private static final Logger LIBRARY = Logger.getLogger("javax.jmdns");

  private static final String HTTP = "_http._tcp.local.";
  private static final String SUFFIX = ".local.";

  static {
    // It tells at length of networks that come and go, which is said here in a sentence.
    LIBRARY.setLevel(Level.OFF);
    // How long others may believe what was said: records with a host name, RFC 6762, section 10.
    if (System.getProperty("net.dns.ttl") == null) {
      System.setProperty("net.dns.ttl", "120");
    }
    NameRegister.Factory.setRegistry(new NextName());
  }

  private final SteadfastJmdns jmdns;
  private boolean told;

  private JmdnsResponder(SteadfastJmdns jmdns) {
    this.jmdns = jmdns;
  }

  static Responder open(String name, InetAddress address) throws IOException {
    return new JmdnsResponder(new SteadfastJmdns(address, name));
  }

  @Override
  public Optional<String> name() {
    return jmdns.isAnnounced() ? Optional.of(bare(jmdns.getHostName())) : Optional.empty();
  }

  private static String bare(String host) {
    return host.endsWith(SUFFIX) ? host.substring(0, host.length() - SUFFIX.length()) : host;
  }

  @Override
  public void tell(List<Announced.Page> pages) throws IOException {
    if (told) {
      jmdns.unregisterAllServices();
    }
    told = true;
    for (Announced.Page page : pages) {
      jmdns.registerService(
          ServiceInfo.create(
              HTTP,
              page.title(),
              page.port(),
              0,
              0,
              Map.of("version", page.version(), "path", Announced.Page.PATH)));
    }
  }

  @Override
  public Thread withdraw() {
    return Thread.ofPlatform().name("mdns-withdrawal").daemon().start(jmdns::close);
  }
}
