package dev.signalbox.app.settings;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Place;
import dev.signalbox.app.yaml.Problems;
import dev.signalbox.app.yaml.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one description of a mapping: its keys, and what is made of their values. Reading it, the
 * messages about mistakes in it and what else may want to know its keys are driven by it. To add a
 * setting, add one line with its {@link Key}; what is made then takes one value more (see {@link
 * Shapes}).
 *
 * @param what what the mapping describes, such as {@code an output}
 * @param rules what must hold among its values
 */
public record Shape<T>(String what, List<Key<?>> keys, List<Rule> rules, Function<Values, T> maker)
    implements SettingType<T> {

  public Shape {
    keys = List.copyOf(keys);
    rules = List.copyOf(rules);
  }

  /** This shape with another rule. */
  public Shape<T> with(Rule rule) {
    return new Shape<>(what, keys, Stream.concat(rules.stream(), Stream.of(rule)).toList(), maker);
  }

  /** The keys as people write them. */
  public List<Key<?>> writtenKeys() {
    return keys.stream().filter(key -> !key.isOwnId()).toList();
  }

  @Override
  public Optional<T> read(Spot spot, Problems problems) {
    return read(spot, Set.of(), problems);
  }

  /** Reads a mapping that has the keys {@code also} besides; somebody else reads those. */
  Optional<T> read(Spot spot, Set<String> also, Problems problems) {
    if (spot.isNothing()) {
      return read(new Node.Mapping(spot.at(), List.of(), true), spot, also, problems);
    }
    if (spot.node() instanceof Node.Mapping mapping) {
      return read(mapping, spot, also, problems);
    }
    spot.refuse(this, hint(spot.node()), problems);
    return Optional.empty();
  }

  private String hint(Node node) {
    return node instanceof Node.Scalar scalar
            && writtenKeys().stream().anyMatch(key -> key.name().equals(scalar.text()))
        ? ", did you mean '" + scalar.text() + ":'?"
        : "";
  }

  private Optional<T> read(Node.Mapping mapping, Spot spot, Set<String> also, Problems problems) {
    int before = problems.count();
    refuseUnknown(mapping, also, problems);
    Values values = new Values();
    boolean complete = true;
    for (Key<?> key : keys) {
      complete &= take(key, mapping, spot, values, problems);
    }
    rules.forEach(rule -> rule.check(mapping, problems));
    return complete && mapping.whole() && problems.count() == before
        ? make(values, mapping, spot, problems)
        : Optional.empty();
  }

  private void refuseUnknown(Node.Mapping mapping, Set<String> also, Problems problems) {
    List<String> known =
        Stream.concat(also.stream(), writtenKeys().stream().map(Key::name)).toList();
    for (Node.Entry entry : mapping.entries()) {
      String name = entry.key().text();
      if (!known.contains(name)) {
        List<String> free =
            known.stream().filter(key -> mapping.entry(key).isEmpty()).collect(Collectors.toList());
        String hint =
            Suggestion.of(name, free)
                .map(Suggestion::asked)
                .orElse("; " + what + " takes " + String.join(", ", known));
        problems.add(entry.key().place(), "unknown key " + Shown.quoted(name) + hint);
      }
    }
  }

  private <V> boolean take(
      Key<V> key, Node.Mapping mapping, Spot spot, Values values, Problems problems) {
    if (key.isOwnId()) {
      return put(key, key.type().read(spot, problems), values);
    }
    Optional<Node.Entry> entry = mapping.entry(key.name());
    if (entry.isPresent()) {
      return put(key, key.type().read(Spot.of(entry.get()), problems), values);
    }
    if (values.putFallback(key)) {
      return true;
    }
    if (mapping.whole()) {
      problems.add(
          spot.at(),
          Shown.quoted(spot.name())
              + " has no '"
              + key.name()
              + "'; it must be "
              + key.type().allowed());
    }
    return false;
  }

  private static <V> boolean put(Key<V> key, Optional<V> value, Values values) {
    value.ifPresent(given -> values.put(key, given));
    return value.isPresent();
  }

  private Optional<T> make(Values values, Node.Mapping mapping, Spot spot, Problems problems) {
    try {
      return Optional.of(maker.apply(values));
    } catch (IllegalArgumentException broken) {
      problems.add(culprit(values, mapping).orElse(spot.at()), String.valueOf(broken.getMessage()));
      return Optional.empty();
    }
  }

  /** Where the value is that breaks a rule of the record: everything is fine without it. */
  private Optional<Place> culprit(Values values, Node.Mapping mapping) {
    List<Node.Entry> suspects = new ArrayList<>();
    for (Key<?> key : keys) {
      mapping
          .entry(key.name())
          .filter(_ -> key.fallback() != null && tried(values.without(key)).isPresent())
          .ifPresent(suspects::add);
    }
    return suspects.stream().findFirst().map(entry -> entry.value().place());
  }

  private Optional<T> tried(Values values) {
    try {
      return Optional.of(maker.apply(values));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public String allowed() {
    return "a mapping of "
        + writtenKeys().stream().map(Key::name).collect(Collectors.joining(", "));
  }
}
