package dev.signalbox.app.settings;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text on one line that matches {@code form}.
 *
 * @param allowed what that is, as a phrase
 */
public record TextType(Pattern form, String allowed) implements SettingType<String> {
  private static final String ANY = "[^\\p{Cntrl}\\p{Cs}\\u2028\\u2029]";

  /** The same as far as all dialects of regular expressions know it. */
  private static final String PORTABLE_ANY = "[^\\u0000-\\u001F\\u007F\\u2028\\u2029]";

  /** Any text of at most {@code most} characters (Unicode code points). */
  public static TextType upTo(int most) {
    return new TextType(
        Pattern.compile(ANY + "{0," + most + "}"),
        "text of up to " + most + " characters on one line");
  }

  /** Text that is not blank, of at most {@code most} characters (Unicode code points). */
  public static TextType notBlank(int most) {
    return new TextType(
        Pattern.compile("(?=.*\\S)" + ANY + "{1," + most + "}"),
        "text of 1 to " + most + " characters on one line");
  }

  /** {@link #form} as JavaScript writes it (ECMA-262), which is what JSON Schema has. */
  String portable() {
    return "^(?:" + form.pattern().replace(ANY, PORTABLE_ANY) + ")$";
  }

  @Override
  public Optional<String> read(Spot spot, Problems problems) {
    if (spot.node() instanceof Node.Scalar scalar && !scalar.isNothing()) {
      if (scalar.isNotText()) {
        spot.refuse(this, "; put it in quotes", problems);
        return Optional.empty();
      }
      if (form.matcher(scalar.text()).matches()) {
        return Optional.of(scalar.text());
      }
    }
    spot.refuse(this, problems);
    return Optional.empty();
  }
}
