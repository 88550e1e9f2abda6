package dev.signalbox.app.settings;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;
import java.util.Optional;

/** A value, or the word {@code none} where there is to be no such thing. */
public record NoneType<T>(SettingType<T> type) implements SettingType<Optional<T>> {
  static final String NONE = "none";

  // The outer one says whether it could be read, the inner one whether there is a value.
  @Override
  @SuppressWarnings("OptionalMapToOptional")
  public Optional<Optional<T>> read(Spot spot, Problems problems) {
    if (spot.node() instanceof Node.Scalar scalar && scalar.text().equals(NONE)) {
      return Optional.of(Optional.empty());
    }
    if (spot.node() instanceof Node.Scalar && !spot.isNothing()) {
      Optional<T> value = type.read(spot, new Problems());
      if (value.isEmpty()) {
        spot.refuse(this, problems);
      }
      return value.map(Optional::of);
    }
    return type.read(spot, problems).map(Optional::of);
  }

  @Override
  public String allowed() {
    return type.allowed() + ", or " + NONE;
  }
}
