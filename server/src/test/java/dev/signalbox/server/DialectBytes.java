package dev.signalbox.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a dialect sends over one connection, read as it is needed and by its letter. */
final class DialectBytes {
  private final InputStream in;

  DialectBytes(RawConnection connection) {
    in = new BufferedInputStream(connection.in());
  }

  /** The next byte, -1 at the end. */
  int next() {
    try {
      return in.read();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  byte[] exactly(int count) {
    try {
      byte[] bytes = in.readNBytes(count);
      if (bytes.length < count) {
        throw new AssertionError("ended " + (count - bytes.length) + " bytes early");
      }
      return bytes;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** The next line of a head, without its CR LF. */
  String line() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = next(); c != '\n'; c = next()) {
      if (c < 0) {
        throw new AssertionError("ended within the line " + line);
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r$", "");
  }

  /** The status line and the headers, as they are. */
  List<String> head() {
    List<String> head = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.add(line);
    }
    return head;
  }

  /** Whether nothing more comes; waits for it. */
  boolean ends() {
    return next() < 0;
  }
}
