package dev.signalbox.app.settings;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;
import dev.signalbox.app.yaml.Shown;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping that says by one of its keys what its other keys are.
 *
 * @param key the key that says which it is
 * @param kinds the shapes, by what stands under that key
 */
public record KindType<T>(String key, Map<String, Shape<T>> kinds) implements SettingType<T> {
  public KindType {
    kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
  }

  @Override
  public Optional<T> read(Spot spot, Problems problems) {
    if (!(spot.node() instanceof Node.Mapping mapping)) {
      spot.refuse(this, problems);
      return Optional.empty();
    }
    Optional<Node.Entry> kind = mapping.entry(key);
    if (kind.isEmpty()) {
      if (mapping.whole()) {
        problems.add(
            spot.at(),
            Shown.quoted(spot.name()) + " has no " + Shown.quoted(key) + "; it can be " + listed());
      }
      return Optional.empty();
    }
    return read(spot, kind.get().value(), problems);
  }

  private Optional<T> read(Spot spot, Node kind, Problems problems) {
    String name = kind instanceof Node.Scalar scalar ? scalar.text() : "";
    Shape<T> shape = kinds.get(name);
    if (shape != null) {
      return shape.read(spot, Set.of(key), problems);
    }
    if (kind instanceof Node.Refused) {
      return Optional.empty();
    }
    Optional<String> meant = Suggestion.of(name, kinds.keySet());
    problems.add(
        kind.place(),
        "unknown "
            + key
            + " "
            + Shown.value(kind)
            + meant.map(Suggestion::asked).orElseGet(() -> "; it can be " + listed()));
    meant.ifPresent(guess -> shape(guess).read(spot, Set.of(key), problems));
    return Optional.empty();
  }

  private Shape<T> shape(String kind) {
    Shape<T> shape = kinds.get(kind);
    if (shape == null) {
      throw new IllegalArgumentException("no " + key + " '" + kind + "'");
    }
    return shape;
  }

  private String listed() {
    return String.join(", ", kinds.keySet());
  }

  @Override
  public String allowed() {
    return "a mapping with a " + Shown.quoted(key);
  }
}
