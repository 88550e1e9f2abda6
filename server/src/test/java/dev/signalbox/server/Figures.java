package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code /metrics} says, and fails at whatever the descriptions of the formats don't
 * allow: the Prometheus text format 0.0.4 and, of OpenMetrics 1.0, the types that the hub has.
 */
final class Figures {
  private static final Pattern HELP = Pattern.compile("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
  private static final Pattern TYPE =
      Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|info)");
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.+)\\})? (-?[0-9]+(?:\\.[0-9]+)?(?:E-?[0-9]+)?)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\\\\\"\n]|\\\\[\\\\\"n])*)\"(,|$)");

  private final boolean open;
  private final Map<String, Double> values = new LinkedHashMap<>();
  private final Map<String, String> types = new HashMap<>();
  private final Set<String> helped = new HashSet<>();
  private String family = "";

  private Figures(boolean open) {
    this.open = open;
  }

  /**
   * @param open whether it is OpenMetrics
   */
  static Figures of(String text, boolean open) {
    assertTrue(text.endsWith("\n"), "the last line has no end");
    Figures figures = new Figures(open);
    List<String> lines = List.of(text.split("\n", -1));
    for (int i = 0; i < lines.size() - 1; i++) {
      if (open && i == lines.size() - 2) {
        assertEquals("# EOF", lines.get(i));
      } else {
        figures.line(lines.get(i));
      }
    }
    return figures;
  }

  private void line(String line) {
    Matcher help = HELP.matcher(line);
    Matcher type = TYPE.matcher(line);
    if (help.matches()) {
      family = help.group(1);
      assertTrue(helped.add(family), line + ": once more");
    } else if (type.matches()) {
      assertEquals(family, type.group(1), "HELP and TYPE belong together");
      assertTrue(types.put(family, type.group(2)) == null, line + ": once more");
      assertTrue(open || !type.group(2).equals("info"), line + ": not in this format");
    } else {
      sample(line);
    }
  }

  private void sample(String line) {
    Matcher sample = SAMPLE.matcher(line);
    assertTrue(sample.matches(), "no figure: " + line);
    String type = types.get(family);
    assertTrue(type != null, line + ": before its TYPE");
    String suffix =
        switch (type) {
          case "counter" -> open ? "_total" : "";
          case "info" -> "_info";
          default -> "";
        };
    assertEquals(family + suffix, sample.group(1), "not of the family that was begun");
    double value = Double.parseDouble(sample.group(3));
    assertTrue(type.equals("gauge") || value >= 0, line + ": less than nothing");
    assertTrue(!type.equals("counter") || sample.group(1).endsWith("_total"), line);
    String labels = sample.group(2) == null ? "" : labels(sample.group(2));
    assertTrue(values.put(sample.group(1) + labels, value) == null, line + ": once more");
  }

  /** The labels with their values as they were before they were escaped. */
  private static String labels(String text) {
    Map<String, String> labels = new LinkedHashMap<>();
    Matcher label = LABEL.matcher(text);
    int at = 0;
    while (at < text.length()) {
      assertTrue(label.find(at) && label.start() == at, "no label: " + text.substring(at));
      String value =
          Pattern.compile("\\\\(.)")
              .matcher(label.group(2))
              .replaceAll(escape ->
                  Matcher.quoteReplacement(escape.group(1).equals("n") ? "\n" : escape.group(1)));
      assertTrue(labels.put(label.group(1), value) == null, "twice in " + text);
      at = label.end();
    }
    return labels.toString();
  }

  /** The names of all families. */
  Set<String> families() {
    return Set.copyOf(types.keySet());
  }

  int count(String start) {
    return (int) values.keySet().stream().filter(name -> name.startsWith(start)).count();
  }

  /**
   * @param name with its labels: {@code name{label=value, …}}
   */
  double value(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new AssertionError("no " + name + " among " + values.keySet());
    }
    return value;
  }
}
