package dev.signalbox.app.settings;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One of a few words.
 *
 * @param words what each stands for
 */
public record ChoiceType<T>(Map<String, T> words) implements SettingType<T> {
  public ChoiceType {
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
  }

  /** One of two words. */
  public static <T> ChoiceType<T> of(String word, T value, String other, T otherValue) {
    Map<String, T> words = new LinkedHashMap<>();
    words.put(word, value);
    words.put(other, otherValue);
    return new ChoiceType<>(words);
  }

  @Override
  public Optional<T> read(Spot spot, Problems problems) {
    String word = spot.node() instanceof Node.Scalar scalar ? scalar.text() : "";
    T value = words.get(word);
    if (value == null) {
      spot.refuse(
          this, Suggestion.of(word, words.keySet()).map(Suggestion::asked).orElse(""), problems);
    }
    return Optional.ofNullable(value);
  }

  @Override
  public String allowed() {
    return String.join(" or ", words.keySet());
  }
}
