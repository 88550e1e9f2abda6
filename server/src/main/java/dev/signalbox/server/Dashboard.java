package dev.signalbox.server;

import dev.signalbox.wire.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the files of the dashboard, each read once and kept. Thread: any event loop.
 *
 * <p>Pages may load from the hub alone; the inline scripts of a page are allowed by their hashes.
 */
final class Dashboard {
  private static final Pattern PATH =
      Pattern.compile("(?:/[A-Za-z0-9_@-][A-Za-z0-9._@-]{0,80}){1,8}");
  private static final Pattern INLINE_SCRIPT =
      Pattern.compile("<script(?![^>]*\\bsrc=)[^>]*>(.*?)</script>", Pattern.DOTALL);
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "json", "application/json",
          "webmanifest", "application/manifest+json",
          "txt", "text/plain; charset=utf-8");

  /** A file as it is served; {@code policy} is empty for all but pages. */
  private record Served(Buffer body, String type, String etag, String policy) {}

  private final StaticFiles files;
  private final Map<String, Optional<Served>> served = new ConcurrentHashMap<>();

  Dashboard(StaticFiles files) {
    this.files = files;
  }

  /** Whether there is a file for this path. */
  boolean has(String path) {
    return file(path).isPresent();
  }

  private Optional<Served> file(String asked) {
    String path = asked.endsWith("/") ? asked + "index.html" : asked;
    return PATH.matcher(path).matches() ? known(path.substring(1)) : Optional.empty();
  }

  void answer(HttpServerRequest request) {
    file(String.valueOf(request.path()))
        .ifPresentOrElse(
            found -> answer(request, found),
            () -> Answers.problem(request, Problem.notFound("There is nothing at this address.")));
  }

  private Optional<Served> known(String path) {
    Optional<Served> kept = served.get(path);
    if (kept == null) {
      kept = files.read(path).map(body -> serve(path, body));
      if (kept.isPresent()) {
        served.put(path, kept);
      }
    }
    return kept;
  }

  private static void answer(HttpServerRequest request, Served file) {
    request.response().putHeader("Cache-Control", "no-cache");
    if (!file.policy.isEmpty()) {
      request
          .response()
          .putHeader("Content-Security-Policy", file.policy)
          .putHeader("X-Frame-Options", "DENY")
          .putHeader("Referrer-Policy", "no-referrer");
    }
    Answers.tagged(request, file.type, file.etag, file.body);
  }

  private static Served serve(String path, byte[] body) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    String type = TYPES.getOrDefault(ending, "application/octet-stream");
    String etag = '"' + HexFormat.of().formatHex(sha256(body), 0, 12) + '"';
    return new Served(Buffer.buffer(body), type, etag, ending.equals("html") ? policy(body) : "");
  }

  private static String policy(byte[] page) {
    StringBuilder scripts = new StringBuilder("'self'");
    Matcher inline = INLINE_SCRIPT.matcher(new String(page, StandardCharsets.UTF_8));
    while (inline.find()) {
      byte[] hash = sha256(inline.group(1).getBytes(StandardCharsets.UTF_8));
      scripts.append(" 'sha256-").append(Base64.getEncoder().encodeToString(hash)).append('\'');
    }
    return "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src "
        + scripts
        + "; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
