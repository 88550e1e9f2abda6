package dev.signalbox.wire;

import java.nio.charset.StandardCharsets;

/**
 * Figures as monitoring reads them: the Prometheus text format 0.0.4, or OpenMetrics 1.0, which
 * differs in the names of counters and in its last line. Owned by the thread that writes.
 */
public final class MetricsText {
  private static final double LARGEST_WHOLE = 1L << 53;

  /** Which of the two. */
  public enum Format {
    PROMETHEUS("text/plain; version=0.0.4; charset=utf-8"),
    OPEN_METRICS("application/openmetrics-text; version=1.0.0; charset=utf-8");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    /** As {@code Content-Type} says it. */
    public String mediaType() {
      return mediaType;
    }
  }

  /** What a figure is. */
  public enum Kind {
    /** It only grows, and begins anew with the hub. */
    COUNTER("counter", "_total"),
    /** It goes up and down. */
    GAUGE("gauge", ""),
    /** It is always 1; its labels say it. */
    INFO("info", "_info");

    private final String word;
    private final String suffix;

    Kind(String word, String suffix) {
      this.word = word;
      this.suffix = suffix;
    }
  }

  private final Format format;
  private final StringBuilder text = new StringBuilder(8 * 1024);
  private String name = "";

  public MetricsText(Format format) {
    this.format = format;
  }

  /**
   * Begins the figures of one name.
   *
   * @param family letters, digits and {@code _}; without {@code _total} or {@code _info}
   * @param help a sentence on one line
   */
  public MetricsText family(String family, Kind kind, String help) {
    name = family + kind.suffix;
    boolean open = format == Format.OPEN_METRICS;
    String told = open ? family : name;
    String word = !open && kind == Kind.INFO ? Kind.GAUGE.word : kind.word;
    text.append("# HELP ").append(told).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(told).append(' ').append(word).append('\n');
    return this;
  }

  /**
   * One figure of the name that was begun.
   *
   * @param labels their names and values, in turns; no two figures of a name have the same
   */
  public MetricsText sample(long value, String... labels) {
    name(labels).append(value).append('\n');
    return this;
  }

  /** The same for a figure that can have a fraction. */
  public MetricsText sample(double value, String... labels) {
    if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
      return sample((long) value, labels);
    }
    name(labels).append(value).append('\n');
    return this;
  }

  private StringBuilder name(String... labels) {
    text.append(name);
    for (int i = 0; i < labels.length; i += 2) {
      text.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
      escape(labels[i + 1]);
      text.append('"');
    }
    return text.append(labels.length == 0 ? " " : "} ");
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '"' -> text.append("\\\"");
        case '\n' -> text.append("\\n");
        default -> text.append(c);
      }
    }
  }

  /** All of it in UTF-8. */
  public byte[] bytes() {
    return (text + (format == Format.OPEN_METRICS ? "# EOF\n" : ""))
        .getBytes(StandardCharsets.UTF_8);
  }
}
