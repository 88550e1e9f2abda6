package dev.signalbox.wire.dialect;

import dev.signalbox.wire.dialect.Answer.Header;
import dev.signalbox.wire.dialect.Answer.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The files that come with the dialects: their pages and icons. */
final class BundledFile {
  private static final String FOLDER = "/META-INF/signalbox/dialect/";

  private BundledFile() {}

  /** The route of a file. */
  static Route route(String path) {
    return Route.of(path, "GET", "HEAD");
  }

  /** Whether the request's method is one that a file takes. */
  static boolean isRead(Request request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  /** 405 for a file. */
  static Reply notAllowed(Header... more) {
    return Plain.notAllowed("GET, HEAD", more);
  }

  /** A page, which may be another one after the next start. */
  static Reply page(String name) {
    return reply(name, "text/html; charset=utf-8", "no-cache");
  }

  /** An icon, which a browser may keep for a day. */
  static Reply icon(String name, String type) {
    return reply(name, type, "max-age=86400");
  }

  private static Reply reply(String name, String type, String caching) {
    List<Header> headers =
        List.of(new Header("Content-Type", type), new Header("Cache-Control", caching));
    return new Reply(200, headers, Payload.of(read(name)));
  }

  /**
   * The bytes of a file.
   *
   * @throws IllegalStateException if this program was put together without it
   */
  static byte[] read(String name) {
    try (InputStream file = BundledFile.class.getResourceAsStream(FOLDER + name)) {
      if (file == null) {
        throw new IllegalStateException("no file " + FOLDER + name);
      }
      return file.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
