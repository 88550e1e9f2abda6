package dev.signalbox.app.network;

import dev.signalbox.app.config.Endpoint;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What others in the network are told by mDNS of one thing that is listened on.
 *
 * @param name what it is called, without {@code .local}
 * @param bind where it is listened on
 * @param page the page that is there; empty where only programs are served
 */
record Announced(String name, String bind, Optional<Page> page) {
  /**
   * A page that browsers of services list (RFC 6763).
   *
   * @param title what people call it, cut to what a label can hold
   * @param version of the hub
   */
  record Page(String title, int port, String version) {
    /** Where it begins. */
    static final String PATH = "/";

    /**
     * A label has 63 bytes (RFC 1035); a name that is taken gets a number, for which this leaves
     * room.
     */
    private static final int LONGEST = 58;

    Page {
      while (title.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
        title = title.substring(0, title.offsetByCodePoints(title.length(), -1));
      }
    }
  }

  /** Whether those who ask at this address of the machine reach it. May have to look a name up. */
  boolean isReachedAt(InetAddress address) {
    if (new Endpoint(bind, 0).isEverywhere()) {
      return true;
    }
    try {
      return InetAddress.getByName(bind).equals(address);
    } catch (UnknownHostException _) {
      return false;
    }
  }
}
