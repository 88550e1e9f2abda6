package dev.signalbox.core.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one description of a kind of part. Validation, every format, the dashboard's controls and the
 * saved settings are driven by it.
 *
 * @param kind as it is called in every format
 * @param type the record that holds such a part
 * @param properties in the order in which they are shown
 * @param label what a part of this kind that is made while the hub runs is called, before its
 *     number; empty for a kind that is never made so
 * @param maker builds a part from checked values of all properties
 */
public record Schema<P extends Part>(
    String kind,
    Class<P> type,
    List<Property<P, ?>> properties,
    Set<Action> actions,
    Optional<String> label,
    Function<Values, P> maker) {

  /** Who asks for a patch, which decides what they may set. */
  public enum Origin {
    /** A client: writable properties only. */
    COMMAND,
    /** The board itself, or its configuration: every property. */
    BOARD
  }

  public Schema {
    properties = List.copyOf(properties);
    actions = Set.copyOf(actions);
  }

  /** A kind of which no part is made while the hub runs. */
  Schema(
      String kind,
      Class<P> type,
      List<Property<P, ?>> properties,
      Set<Action> actions,
      Function<Values, P> maker) {
    this(kind, type, properties, actions, Optional.empty(), maker);
  }

  /** The property of that name, if the kind has it. */
  public Optional<Property<P, ?>> property(String name) {
    return properties.stream().filter(property -> property.name().equals(name)).findFirst();
  }

  /** The values of all properties of {@code part}, in order, by name. */
  public Map<String, Object> values(Part part) {
    P typed = type.cast(part);
    Map<String, Object> values = new LinkedHashMap<>();
    for (Property<P, ?> property : properties) {
      values.put(property.name(), Objects.requireNonNull(property.of(typed)));
    }
    return values;
  }

  /** A part with the initial values, changed by {@code patch}. */
  public Patched<P> make(Map<String, ? extends @Nullable Object> patch, Origin origin) {
    Map<String, Object> initial = new HashMap<>();
    List<Violation> missing = new ArrayList<>();
    for (Property<P, ?> property : properties) {
      Object value = property.initial();
      if (value != null) {
        initial.put(property.name(), value);
      } else if (!patch.containsKey(property.name())) {
        missing.add(Violation.of(property.name(), "missing", "must be given"));
      }
    }
    return patch(initial, patch, origin, missing);
  }

  /**
   * {@code part} with the properties of {@code patch}, all or none.
   *
   * @param patch plain values by property name; null stands for "remove", which nothing allows
   */
  public Patched<P> patch(Part part, Map<String, ? extends @Nullable Object> patch, Origin origin) {
    return patch(values(part), patch, origin, List.of());
  }

  private Patched<P> patch(
      Map<String, Object> before,
      Map<String, ? extends @Nullable Object> patch,
      Origin origin,
      List<Violation> known) {
    Map<String, Object> after = new HashMap<>(before);
    List<Violation> violations = new ArrayList<>(known);
    patch.forEach((name, raw) ->
        check(name, raw, before, origin)
            .ifPresentOrElse(violations::add, () -> after.put(name, checkedValue(name, raw))));
    if (!violations.isEmpty()) {
      return new Patched.Refused<>(List.copyOf(violations));
    }
    Set<String> changed = new LinkedHashSet<>();
    for (Property<P, ?> property : properties) {
      if (!Objects.equals(before.get(property.name()), after.get(property.name()))) {
        changed.add(property.name());
      }
    }
    return new Patched.Done<>(maker.apply(new Values(after)), changed);
  }

  private Optional<Violation> check(
      String name, @Nullable Object raw, Map<String, Object> before, Origin origin) {
    Optional<Property<P, ?>> property = property(name);
    if (property.isEmpty()) {
      String has = PropertyType.listed(properties);
      return Optional.of(Violation.of(name, raw, "is unknown; the kind " + kind + " has " + has));
    }
    Access access = property.get().access();
    if (origin == Origin.COMMAND && !access.writable()) {
      return Optional.of(Violation.of(name, raw, "is read-only"));
    }
    if (origin == Origin.COMMAND
        && access.when() != null
        && !Boolean.TRUE.equals(before.get(access.when()))) {
      String rule = "is read-only on a part that is not " + access.when();
      return Optional.of(Violation.of(name, raw, rule));
    }
    return property.get().type().check(raw) instanceof Checked.Broken<?>(String rule)
        ? Optional.of(Violation.of(name, raw, rule))
        : Optional.empty();
  }

  private Object checkedValue(String name, @Nullable Object raw) {
    if (property(name).orElseThrow().type().check(raw) instanceof Checked.Valid<?>(Object value)) {
      return value;
    }
    throw new IllegalStateException("property '" + name + "' was not checked");
  }

  /** The names of the properties in which {@code before} and {@code after} differ, in order. */
  public Set<String> differing(Part before, Part after) {
    P from = type.cast(before);
    P to = type.cast(after);
    Set<String> names = new LinkedHashSet<>();
    for (Property<P, ?> property : properties) {
      if (!Objects.equals(property.of(from), property.of(to))) {
        names.add(property.name());
      }
    }
    return names;
  }
}
