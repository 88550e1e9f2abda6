package dev.signalbox.app.settings;

import dev.signalbox.app.yaml.Problems;
import java.util.Optional;
import java.util.function.Function;

/** The id under which a mapping stands in a {@link MapType}, for what is made of that mapping. */
public record EntryId<T>(Function<String, T> maker) implements SettingType<T> {
  @Override
  public Optional<T> read(Spot spot, Problems problems) {
    return Optional.of(maker.apply(spot.name()));
  }

  @Override
  public String allowed() {
    return "an id";
  }
}
