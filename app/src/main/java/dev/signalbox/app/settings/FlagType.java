package dev.signalbox.app.settings;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;
import java.util.Locale;
import java.util.Optional;

/** True or false, written so and in no other way. */
public record FlagType() implements SettingType<Boolean> {
  @Override
  public Optional<Boolean> read(Spot spot, Problems problems) {
    if (spot.node() instanceof Node.Scalar scalar) {
      if (scalar.plain() && (scalar.text().equals("true") || scalar.text().equals("false"))) {
        return Optional.of(scalar.text().equals("true"));
      }
      spot.refuse(this, hint(scalar.text()), problems);
    } else {
      spot.refuse(this, problems);
    }
    return Optional.empty();
  }

  private static String hint(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "y", "1" -> ", did you mean true?";
      case "false", "no", "off", "n", "0" -> ", did you mean false?";
      default -> "";
    };
  }

  @Override
  public String allowed() {
    return "true or false";
  }
}
