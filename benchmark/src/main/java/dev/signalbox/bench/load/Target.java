package dev.signalbox.bench.load;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * An address that streams to whoever connects.
 *
 * @param pathAndQuery as the request line has it
 * @param protocol the WebSocket subprotocol that is offered, empty for none
 */
public record Target(Kind kind, String host, int port, String pathAndQuery, String protocol) {
  /** How it streams. */
  public enum Kind {
    /** Server-Sent Events, {@code http://}. */
    EVENTS,
    /** WebSocket, {@code ws://}. */
    WEB_SOCKET
  }

  /**
   * Whose answer is known before it comes (RFC 6455, section 1.3), so that a peer may be a program
   * that can't compute it.
   */
  static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  /** RFC 9110, section 5.6.2. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");

  private static final int DEFAULT_PORT = 80;

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException with a sentence for the user if it is none that can be
   *     measured
   */
  public static Target of(String address) {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException fault) {
      throw new IllegalArgumentException(
          "'" + address + "' is no URL: " + fault.getReason(), fault);
    }
    String scheme = String.valueOf(uri.getScheme());
    Kind kind =
        switch (scheme) {
          case "http" -> Kind.EVENTS;
          case "ws" -> Kind.WEB_SOCKET;
          case "https", "wss" ->
              throw new IllegalArgumentException(
                  "'" + address + "' is encrypted; measured is what is not: http:// or ws://.");
          default ->
              throw new IllegalArgumentException(
                  "'" + address + "' must begin with http:// (events) or ws:// (WebSocket).");
        };
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("'" + address + "' names no host.");
    }
    int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new Target(kind, uri.getHost(), port, path + query, "");
  }

  /**
   * The same address, with a WebSocket subprotocol to offer.
   *
   * @throws IllegalArgumentException with a sentence for the user if it is none, or there is no
   *     WebSocket
   */
  public Target speaking(String subprotocol) {
    if (kind != Kind.WEB_SOCKET) {
      throw new IllegalArgumentException("Only a WebSocket, ws://, has a subprotocol.");
    }
    if (!TOKEN.matcher(subprotocol).matches()) {
      throw new IllegalArgumentException("'" + subprotocol + "' is no name of a subprotocol.");
    }
    return new Target(kind, host, port, pathAndQuery, subprotocol);
  }

  /** The request with which a client begins. */
  byte[] request() {
    String own =
        switch (kind) {
          case EVENTS -> "Accept: text/event-stream\r\n";
          case WEB_SOCKET ->
              "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                  + ("Sec-WebSocket-Key: " + KEY + "\r\n")
                  + (protocol.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + protocol + "\r\n");
        };
    String head =
        "GET %s HTTP/1.1\r\nHost: %s:%d\r\n%s\r\n".formatted(pathAndQuery, host, port, own);
    return head.getBytes(StandardCharsets.US_ASCII);
  }
}
