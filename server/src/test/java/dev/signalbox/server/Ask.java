package dev.signalbox.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An HTTP request in the making.
 *
 * @param headers whole lines; {@code Host} is among them
 */
record Ask(String method, String path, List<String> headers, String body) {
  private static final String HOST = "Host: 127.0.0.1";

  Ask {
    headers = List.copyOf(headers);
  }

  static Ask of(String method, String path) {
    return new Ask(method, path, List.of(HOST), "");
  }

  static Ask get(String path) {
    return of("GET", path);
  }

  /** With a body in JSON. */
  static Ask of(String method, String path, String json) {
    return of(method, path).header("Content-Type", "application/json").withBody(json);
  }

  static Ask patch(String path, String json) {
    return of("PATCH", path, json);
  }

  static Ask post(String path, String json) {
    return of("POST", path, json);
  }

  Ask withBody(String text) {
    return new Ask(method, path, headers, text)
        .header("Content-Length", Integer.toString(text.getBytes(StandardCharsets.UTF_8).length));
  }

  /** With these bytes behind its headers, whatever those announce. */
  Ask body(String text) {
    return new Ask(method, path, headers, text);
  }

  Ask header(String name, String value) {
    List<String> more = new ArrayList<>(without(name).headers);
    more.add(name + ": " + value);
    return new Ask(method, path, more, body);
  }

  Ask without(String name) {
    List<String> fewer = new ArrayList<>(headers);
    fewer.removeIf(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
    return new Ask(method, path, fewer, body);
  }

  /** As it is sent. */
  String text() {
    return head() + body;
  }

  String head() {
    return method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
  }
}
