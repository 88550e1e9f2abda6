package dev.signalbox.app.settings;

import dev.signalbox.app.yaml.Problems;
import java.util.Optional;

/** A value that may be left out, for a default that depends on something else. */
public record MaybeType<T>(SettingType<T> type) implements SettingType<Optional<T>> {
  // The outer one says whether it could be read, the inner one whether there is a value.
  @Override
  @SuppressWarnings("OptionalMapToOptional")
  public Optional<Optional<T>> read(Spot spot, Problems problems) {
    return type.read(spot, problems).map(Optional::of);
  }

  @Override
  public String allowed() {
    return type.allowed();
  }
}
