package dev.signalbox.boards.host;

import dev.signalbox.core.model.Checked;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PropertyType;
import dev.signalbox.core.model.Sensor;
import dev.signalbox.core.model.Text;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The parts that one reading of a machine comes to. Owned by the thread that reads.
 *
 * <p>Names and texts come from the machine and are not to be trusted: they are made fit for ids and
 * for the schemas here, once for all gauges.
 */
final class Readings {
  private static final int LONGEST_ID = 63;
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_TEXT = 200;
  private static final double MEBIBYTE = 1 << 20;

  private final Map<PartId, Part> parts = new LinkedHashMap<>();

  /** A number as it is. */
  void number(String id, String name, double value, String unit) {
    if (new PropertyType.NumberType().check(value) instanceof Checked.Valid<Double>) {
      parts.put(fresh(id), new Sensor(fit(name, LONGEST_NAME), value, unit, value));
    }
  }

  /** A number to a tenth. */
  void tenths(String id, String name, double value, String unit) {
    number(id, name, Math.round(value * 10) / 10.0, unit);
  }

  /** Bytes, to a mebibyte. */
  void mebibytes(String id, String name, long bytes) {
    number(id, name, Math.rint(bytes / MEBIBYTE) * MEBIBYTE, "B");
  }

  /** A text, unless it is empty. */
  void text(String id, String name, String value) {
    String fit = fit(value, LONGEST_TEXT);
    if (!fit.isEmpty()) {
      parts.put(fresh(id), new Text(fit(name, LONGEST_NAME), fit, false));
    }
  }

  /** All that was read, in order. */
  Map<PartId, Part> parts() {
    return parts;
  }

  /** An id made of {@code wish}, with a number after it if another part has it. */
  private PartId fresh(String wish) {
    String id = wish.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    PartId free = new PartId(cut(id, LONGEST_ID));
    for (int i = 2; parts.containsKey(free); i++) {
      String number = "-" + i;
      free = new PartId(cut(id, LONGEST_ID - number.length()) + number);
    }
    return free;
  }

  private static String fit(String text, int longest) {
    StringBuilder fit = new StringBuilder();
    text.strip()
        .codePoints()
        .filter(c -> !Character.isISOControl(c) && !isSurrogate(c))
        .limit(longest)
        .forEach(fit::appendCodePoint);
    return fit.toString();
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
