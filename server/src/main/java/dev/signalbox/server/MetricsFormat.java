package dev.signalbox.server;

import dev.signalbox.wire.MetricsText.Format;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which format of figures a client wants (RFC 9110, section 12.5.1). */
final class MetricsFormat {
  private static final String OPEN_METRICS = "application/openmetrics-text";
  private static final Pattern QUALITY =
      Pattern.compile(";\\s*q=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)\\s*(?:;|$)");

  private MetricsFormat() {}

  /** OpenMetrics for whoever names it and likes it no less than plain text. */
  static Format wantedBy(@Nullable String accept) {
    double open = 0;
    double plain = 0;
    for (String range : (accept == null ? "" : accept).toLowerCase(Locale.ROOT).split(",", -1)) {
      String type = range.split(";", 2)[0].strip();
      if (type.equals(OPEN_METRICS)) {
        open = Math.max(open, quality(range));
      } else if (type.equals("text/plain")) {
        plain = Math.max(plain, quality(range));
      }
    }
    return open > 0 && open >= plain ? Format.OPEN_METRICS : Format.PROMETHEUS;
  }

  private static double quality(String range) {
    Matcher quality = QUALITY.matcher(range);
    return quality.find() ? Double.parseDouble(quality.group(1)) : 1;
  }
}
