package dev.signalbox.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lengths of time as a JSON Schema: a whole number of milliseconds, or text with a unit. A schema
 * knows ranges of numbers only, so the range of a text is a pattern. It is exact for whole numbers;
 * of fractions it looks at the whole part, so that one beyond an end by less than a unit passes.
 */
final class DurationSchema {
  private static final String ZEROS = "(\\.0{1,6})?";
  private static final String THOUSANDTHS = "[0-9]{1,3}0{0,3}";
  private static final String ANY_FRACTION = "[0-9]{1,6}";
  private static final long NANOS_PER_MICRO = 1_000;
  private static final long NANOS_PER_MS = 1_000_000;

  private DurationSchema() {}

  static Map<String, Object> of(DurationType type) {
    List<String> forms = type.isFine() ? micros(type) : millis(type);
    if (type.zeroToo()) {
      forms.add("0+" + ZEROS + " ?(ms|s|m|h)?");
    }
    List<Object> ways = new ArrayList<>();
    long least = Math.ceilDiv(type.least().toNanos(), NANOS_PER_MS);
    ways.add(
        SettingsSchema.fields(
            "type", "integer", "minimum", least, "maximum", type.most().toMillis()));
    if (type.zeroToo()) {
      ways.add(SettingsSchema.fields("type", "integer", "const", 0));
    }
    ways.add(
        SettingsSchema.fields("type", "string", "pattern", "^(" + String.join("|", forms) + ")$"));
    return SettingsSchema.fields("anyOf", ways);
  }

  /** In whole milliseconds. */
  private static List<String> millis(DurationType type) {
    long least = type.least().toMillis();
    long most = type.most().toMillis();
    List<String> forms = new ArrayList<>();
    forms.add(whole(least, most) + ZEROS + " ?(ms)?");
    forms.add(form(least, most, 1_000, "s", THOUSANDTHS));
    forms.add(form(least, most, 60_000, "m", ANY_FRACTION));
    forms.add(form(least, most, 3_600_000, "h", ANY_FRACTION));
    return forms;
  }

  /** In whole microseconds. */
  private static List<String> micros(DurationType type) {
    long least = type.least().toNanos() / NANOS_PER_MICRO;
    long most = type.most().toNanos() / NANOS_PER_MICRO;
    List<String> forms = new ArrayList<>();
    forms.add(whole(least, most) + ZEROS + " ?[uµ]s");
    forms.add(form(least, most, 1_000, "(ms)?", THOUSANDTHS));
    forms.add(form(least, most, 1_000_000, "s", ANY_FRACTION));
    forms.add(form(least, most, 60_000_000, "m", ANY_FRACTION));
    forms.add(form(least, most, 3_600_000_000L, "h", ANY_FRACTION));
    return forms;
  }

  /** From {@code least} to {@code most} in some unit, written in another that is so many of it. */
  private static String form(long least, long most, long unit, String name, String fraction) {
    List<String> forms = new ArrayList<>();
    if (Math.ceilDiv(least, unit) <= most / unit) {
      forms.add(whole(Math.ceilDiv(least, unit), most / unit) + ZEROS);
    }
    long last = Math.ceilDiv(most, unit) - 1;
    if (least / unit <= last) {
      forms.add(whole(least / unit, last) + "\\.(?=0*[1-9])" + fraction);
    }
    return forms.isEmpty() ? "[^\\s\\S]" : "(" + String.join("|", forms) + ") ?" + name;
  }

  /** Whole numbers from {@code least} to {@code most}, whatever zeros are before them. */
  static String whole(long least, long most) {
    List<String> forms = new ArrayList<>();
    long from = least;
    while (from <= most) {
      long to = sameLength(from, most);
      forms.addAll(ranges(Long.toString(from), Long.toString(to)));
      from = to + 1;
    }
    return "0*(" + String.join("|", forms) + ")";
  }

  /** The last number up to {@code most} that has as many digits as {@code from}. */
  private static long sameLength(long from, long most) {
    return Math.min(most, Long.parseLong("9".repeat(Long.toString(from).length())));
  }

  /** The numbers between two of the same length, as few patterns. */
  private static List<String> ranges(String from, String to) {
    if (from.isEmpty()) {
      return List.of("");
    }
    String rest = from.substring(1);
    String restTo = to.substring(1);
    char first = from.charAt(0);
    char last = to.charAt(0);
    if (rest.equals("0".repeat(rest.length())) && restTo.equals("9".repeat(rest.length()))) {
      return List.of(digit(first, last) + (rest.isEmpty() ? "" : "[0-9]{" + rest.length() + "}"));
    }
    List<String> forms = new ArrayList<>();
    if (first == last) {
      ranges(rest, restTo).forEach(form -> forms.add(first + form));
      return forms;
    }
    String nines = "9".repeat(rest.length());
    ranges(from, first + nines).forEach(forms::add);
    if (last - first > 1) {
      String zeros = "0".repeat(rest.length());
      forms.addAll(ranges((char) (first + 1) + zeros, (char) (last - 1) + nines));
    }
    forms.addAll(ranges(last + "0".repeat(rest.length()), to));
    return forms;
  }

  private static String digit(char first, char last) {
    return first == last ? String.valueOf(first) : "[" + first + "-" + last + "]";
  }
}
