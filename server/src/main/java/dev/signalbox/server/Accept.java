package dev.signalbox.server;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a client likes what it names in {@code Accept} (RFC 9110, section 12.5.1).
 *
 * @param weights from 0 to 1, by media range in lower case; parameters are passed over, and of a
 *     range that is named with several the greatest weight counts
 */
record Accept(Map<String, Double> weights) {
  private static final Pattern WEIGHT =
      Pattern.compile(";[ \t]*q=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)[ \t]*(?:;|$)");

  Accept {
    weights = Map.copyOf(weights);
  }

  /**
   * What these values say together.
   *
   * @param values any number of them, each a list
   */
  static Accept of(List<String> values) {
    Map<String, Double> weights = new HashMap<>();
    for (String value : values) {
      for (String range : value.toLowerCase(Locale.ROOT).split(",", -1)) {
        weights.merge(essence(range), weight(range), Math::max);
      }
    }
    return new Accept(weights);
  }

  /** A media type or range without its parameters, in lower case. */
  static String essence(String type) {
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static double weight(String range) {
    Matcher weight = WEIGHT.matcher(range);
    return weight.find() ? Double.parseDouble(weight.group(1)) : 1;
  }

  /** The weight of the first of these ranges that is named; 0 where none is. */
  double weight(List<String> ranges) {
    return ranges.stream().filter(weights::containsKey).findFirst().map(weights::get).orElse(0.0);
  }
}
