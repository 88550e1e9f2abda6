package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A dialect's whole answer.
 *
 * @param head the status line and the headers, as they came
 */
record DialectAnswer(List<String> head, String body) {
  DialectAnswer {
    head = List.copyOf(head);
  }

  /** Asks over a connection of its own. */
  static DialectAnswer of(int port, Ask ask) {
    try (RawConnection connection = new RawConnection(port)) {
      connection.send(ask.text());
      return read(new DialectBytes(connection), !ask.method().equals("HEAD"));
    }
  }

  /** The next answer; its body, if there is one, has an announced length. */
  static DialectAnswer read(DialectBytes bytes, boolean withBody) {
    DialectAnswer bare = new DialectAnswer(bytes.head(), "");
    int length = Integer.parseInt(bare.header("content-length").orElseThrow());
    byte[] body = bytes.exactly(withBody ? length : 0);
    return new DialectAnswer(bare.head, new String(body, StandardCharsets.UTF_8));
  }

  int status() {
    return Integer.parseInt(head.getFirst().split(" ", 3)[1]);
  }

  Optional<String> header(String name) {
    String begin = name.toLowerCase(Locale.ROOT) + ": ";
    return head.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(begin))
        .map(line -> line.substring(begin.length()))
        .findFirst();
  }

  /** It must be this, header for header; its length is checked too. */
  void expect(String statusLine, List<String> headers, String wanted) {
    assertEquals(wanted, body);
    assertEquals(statusLine, head.getFirst());
    List<String> all = new ArrayList<>(headers);
    all.add("content-length: " + wanted.getBytes(StandardCharsets.UTF_8).length);
    assertEquals(all, head.subList(1, head.size()));
  }

  DialectAnswer expect(int wanted) {
    assertEquals(wanted, status(), head + body);
    return this;
  }

  DialectAnswer expect(int wanted, String text) {
    expect(wanted);
    assertEquals(text, body);
    return this;
  }
}
