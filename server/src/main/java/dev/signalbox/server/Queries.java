package dev.signalbox.server;

import dev.signalbox.wire.Problem;
import dev.signalbox.wire.RefusedException;
import dev.signalbox.wire.dialect.Request.Argument;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the query of a URL. */
final class Queries {
  private static final int MOST = 32;

  private Queries() {}

  /**
   * The decoded parameters, the first of each name.
   *
   * @throws RefusedException if there are too many, or one can't be decoded
   */
  static Map<String, String> parse(@Nullable String query) throws RefusedException {
    Map<String, String> parameters = new LinkedHashMap<>();
    arguments(query).forEach(pair -> parameters.putIfAbsent(pair.name(), pair.value()));
    return parameters;
  }

  /**
   * The decoded parameters, all of them, in order.
   *
   * @throws RefusedException if there are too many, or one can't be decoded
   */
  static List<Argument> arguments(@Nullable String query) throws RefusedException {
    List<Argument> arguments = new ArrayList<>();
    if (query == null || query.isEmpty()) {
      return arguments;
    }
    String[] pairs = query.split("&", MOST + 2);
    if (pairs.length > MOST) {
      throw new RefusedException(Problem.badQuery("There are more than " + MOST + " parameters."));
    }
    for (String pair : pairs) {
      String[] halves = pair.split("=", 2);
      arguments.add(new Argument(decoded(halves[0]), halves.length == 2 ? decoded(halves[1]) : ""));
    }
    return arguments;
  }

  private static String decoded(String text) throws RefusedException {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new RefusedException(Problem.badQuery("A parameter has a broken % escape."));
    }
  }
}
