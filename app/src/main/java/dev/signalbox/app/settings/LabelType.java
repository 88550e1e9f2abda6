package dev.signalbox.app.settings;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number or a text by which people call something: {@code 17} as well as {@code GPIO17}. A number
 * is taken as it is written.
 *
 * @param name what it is if it is no number
 */
public record LabelType(TextType name) implements SettingType<String> {
  static final int MOST = 999_999;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

  @Override
  public Optional<String> read(Spot spot, Problems problems) {
    if (spot.node() instanceof Node.Scalar scalar
        && scalar.plain()
        && NUMBER.matcher(scalar.text()).matches()) {
      return Optional.of(scalar.text());
    }
    Optional<String> text = name.read(spot, new Problems());
    if (text.isEmpty()) {
      spot.refuse(this, problems);
    }
    return text;
  }

  @Override
  public String allowed() {
    return "a number or " + name.allowed();
  }
}
