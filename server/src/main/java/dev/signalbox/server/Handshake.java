package dev.signalbox.server;

import dev.signalbox.wire.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Requests that ask to become a WebSocket (RFC 6455, section 4.2.1). */
final class Handshake {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");

  private Handshake() {}

  /** Whether the request asks for it, rightly or not. */
  static boolean isAskedBy(HttpServerRequest request) {
    return HttpMethod.GET.equals(request.method())
        && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
  }

  /** Why it can't be; empty if it can. */
  static Optional<Problem> fault(HttpServerRequest request) {
    if (!isUrl(request.uri())) {
      return Optional.of(
          Problem.badQuery("The URL has a broken % escape, or a character that none can have."));
    }
    if (!isListed("upgrade", text(request, "Connection"))) {
      return fault("'Connection' must have 'Upgrade'.");
    }
    if (!text(request, "Sec-WebSocket-Version").equals("13")) {
      return fault("'Sec-WebSocket-Version' must be 13.");
    }
    if (!KEY.matcher(text(request, "Sec-WebSocket-Key")).matches()) {
      return fault("'Sec-WebSocket-Key' must be 16 bytes in Base64.");
    }
    boolean hasBody =
        !text(request, "Content-Length").matches("0?")
            || !text(request, "Transfer-Encoding").isEmpty();
    return hasBody ? fault("The handshake of a WebSocket has no body.") : Optional.empty();
  }

  private static boolean isListed(String token, String list) {
    return Stream.of(list.split(",")).map(String::strip).anyMatch(token::equalsIgnoreCase);
  }

  private static Optional<Problem> fault(String detail) {
    return Optional.of(Problem.malformed(detail));
  }

  /** What Vert.x does not take for one can't become a WebSocket. */
  private static boolean isUrl(String text) {
    try {
      return !new URI(text).toString().isEmpty();
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private static String text(HttpServerRequest request, String header) {
    String value = request.getHeader(header);
    return value == null ? "" : value.strip();
  }
}
