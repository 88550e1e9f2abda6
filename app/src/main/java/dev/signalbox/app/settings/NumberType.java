package dev.signalbox.app.settings;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;
import java.util.Optional;
import java.util.regex.Pattern;

/** A whole number from {@code least} to {@code most}. */
public record NumberType(int least, int most) implements SettingType<Integer> {
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");

  @Override
  public Optional<Integer> read(Spot spot, Problems problems) {
    if (spot.node() instanceof Node.Scalar scalar
        && scalar.plain()
        && WHOLE.matcher(scalar.text()).matches()) {
      long value = Long.parseLong(scalar.text());
      if (value >= least && value <= most) {
        return Optional.of((int) value);
      }
    }
    spot.refuse(this, problems);
    return Optional.empty();
  }

  @Override
  public String allowed() {
    return "a whole number from " + least + " to " + most;
  }
}
