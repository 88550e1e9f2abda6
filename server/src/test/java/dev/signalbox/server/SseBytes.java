package dev.signalbox.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Reads an HTTP/1.1 answer of Server-Sent Events, chunked or not, by its letter. */
final class SseBytes implements TellingBytes {
  private enum Expecting {
    STATUS,
    HEADER,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER,
    PLAIN,
    NOTHING
  }

  private final Queue<Told> told = new ArrayDeque<>();
  private final Map<String, String> headers = new HashMap<>();
  private final ByteArrayOutputStream httpLine = new ByteArrayOutputStream();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Map<String, String> fields = new HashMap<>();
  private Expecting expecting = Expecting.STATUS;
  private String status = "";
  private int left;

  @Override
  public Queue<Told> told() {
    return told;
  }

  /** The status line; empty before it has come. */
  String status() {
    return status;
  }

  /** By name in lower case. */
  Map<String, String> headers() {
    return headers;
  }

  /** Whether all headers have come. */
  boolean hasHead() {
    return expecting != Expecting.STATUS && expecting != Expecting.HEADER;
  }

  @Override
  public boolean hasEnded() {
    return expecting == Expecting.NOTHING;
  }

  @Override
  public void take(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      take(bytes[i]);
    }
  }

  private void take(byte one) {
    switch (expecting) {
      case CHUNK -> {
        text(one);
        expecting = --left == 0 ? Expecting.CHUNK_END : Expecting.CHUNK;
      }
      case PLAIN -> text(one);
      case NOTHING -> throw new AssertionError("more after the end of the stream");
      case STATUS, HEADER, CHUNK_SIZE, CHUNK_END, TRAILER -> {
        if (one == '\n') {
          http(httpLine.toString(StandardCharsets.ISO_8859_1).strip());
          httpLine.reset();
        } else {
          httpLine.write(one);
        }
      }
    }
  }

  private void http(String text) {
    switch (expecting) {
      case STATUS -> {
        status = text;
        expecting = Expecting.HEADER;
      }
      case HEADER -> header(text);
      case CHUNK_SIZE -> {
        left = Integer.parseInt(text, 16);
        expecting = left > 0 ? Expecting.CHUNK : Expecting.TRAILER;
      }
      case CHUNK_END -> expecting = Expecting.CHUNK_SIZE;
      case TRAILER -> expecting = text.isEmpty() ? Expecting.NOTHING : Expecting.TRAILER;
      case CHUNK, PLAIN, NOTHING -> throw new AssertionError("no line: " + text);
    }
  }

  private void header(String text) {
    if (text.isEmpty()) {
      boolean chunked = "chunked".equals(headers.get("transfer-encoding"));
      expecting = chunked ? Expecting.CHUNK_SIZE : Expecting.PLAIN;
    } else {
      String[] halves = text.split(":", 2);
      headers.put(halves[0].toLowerCase(Locale.ROOT), halves[1].strip());
    }
  }

  private void text(byte one) {
    if (one != '\n') {
      line.write(one);
    } else if (line.size() == 0) {
      event();
    } else {
      String[] halves = line.toString(StandardCharsets.UTF_8).split(": ", 2);
      fields.put(halves[0], halves[1]);
      line.reset();
    }
  }

  private void event() {
    Optional<String> id = Optional.ofNullable(fields.get("id"));
    if (fields.containsKey("retry")) {
      told.add(new Told("retry", id, Doc.of(fields.get("retry"))));
    } else if (fields.containsKey("data")) {
      told.add(new Told(fields.getOrDefault("event", "message"), id, Doc.of(fields.get("data"))));
    } else {
      told.add(new Told("id", id, new Doc(null)));
    }
    fields.clear();
  }
}
