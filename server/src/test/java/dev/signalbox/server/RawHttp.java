package dev.signalbox.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** HTTP/1.1 over one connection that stays open, read by its letter. */
final class RawHttp implements AutoCloseable {
  private final RawConnection connection;
  private final InputStream in;

  RawHttp(int port) {
    this(new RawConnection(port));
  }

  RawHttp(RawConnection connection) {
    this.connection = connection;
    this.in = new BufferedInputStream(connection.in());
  }

  /** Asks once, over a connection of its own. */
  static Answer ask(int port, Ask ask) {
    try (RawHttp http = new RawHttp(port)) {
      return http.ask(ask);
    }
  }

  Answer ask(Ask ask) {
    send(ask.text());
    return answer(!ask.method().equals("HEAD"));
  }

  /** Asks with a body in CBOR. */
  Answer ask(Ask ask, byte[] cbor) {
    connection.send(ask.header("Content-Length", Integer.toString(cbor.length)).head());
    connection.send(cbor);
    return answer();
  }

  RawConnection connection() {
    return connection;
  }

  void send(String text) {
    connection.send(text);
  }

  Answer answer() {
    return answer(true);
  }

  private Answer answer(boolean withBody) {
    return next(withBody).orElseThrow(() -> new AssertionError("no answer before the end"));
  }

  /** The next answer; empty if the hub ended the connection instead. */
  Optional<Answer> next(boolean withBody) {
    try {
      String first = line();
      if (first.isEmpty()) {
        return Optional.empty();
      }
      Map<String, String> headers = headers();
      int status = Integer.parseInt(first.split(" ", 3)[1]);
      boolean bare = !withBody || status == 204 || status == 304 || status == 100;
      return Optional.of(new Answer(status, headers, bare ? "" : body(headers)));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] halves = line.split(":", 2);
      headers.put(halves[0].toLowerCase(Locale.ROOT), halves[1].strip());
    }
    return headers;
  }

  private String body(Map<String, String> headers) throws IOException {
    if ("chunked".equals(headers.get("transfer-encoding"))) {
      return chunks();
    }
    String length = headers.get("content-length");
    byte[] body = length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    boolean isText = !"application/cbor".equals(headers.get("content-type"));
    return new String(body, isText ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }

  private String chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(); size > 0; size = size()) {
      body.writeBytes(in.readNBytes(size));
      line();
    }
    line();
    return body.toString(StandardCharsets.UTF_8);
  }

  private int size() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  /** Whether the hub has ended the connection; waits for the next byte or the end. */
  boolean ends() {
    try {
      return in.read() < 0;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
