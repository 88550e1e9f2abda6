package dev.signalbox.server;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The head of a request that no connection brought. */
record SpokenRequest(String uri, Map<String, String> headers) {
  /** The URL in the first line, and a header in each of the others. */
  static SpokenRequest of(String text) {
    String[] lines = text.split("\n", -1);
    Map<String, String> headers = new TreeMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon >= 0) {
        headers.putIfAbsent(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1));
      }
    }
    return new SpokenRequest(lines[0], headers);
  }

  /** The value of a header; empty where it is missing. */
  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /** This request as Vert.x shows requests: a GET with a URL and headers, and nothing else. */
  HttpServerRequest asVertx() {
    return (HttpServerRequest)
        Proxy.newProxyInstance(
            HttpServerRequest.class.getClassLoader(),
            new Class<?>[] {HttpServerRequest.class},
            (_, method, arguments) -> answer(method, arguments));
  }

  private @Nullable Object answer(Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "method" -> HttpMethod.GET;
      case "uri" -> uri;
      case "getHeader" -> headers.get(arguments[0].toString().toLowerCase(Locale.ROOT));
      default -> throw new UnsupportedOperationException(method.getName());
    };
  }
}
