package dev.signalbox.core.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A light that is on or off. */
public record Led(String name, boolean lit) implements Part {
  private static final Property<Led, String> NAME = Property.displayName(Led::name);
  private static final Property<Led, Boolean> LIT =
      Property.flag("lit", false, Access.WRITABLE, Led::lit);

  public static final Schema<Led> SCHEMA =
      new Schema<>(
          "led",
          Led.class,
          List.of(NAME, LIT),
          Set.of(Action.TOGGLE),
          v -> new Led(v.get(NAME), v.get(LIT)));

  @Override
  public Schema<Led> schema() {
    return SCHEMA;
  }

  @Override
  public Optional<Part> toggled() {
    return Optional.of(new Led(name, !lit));
  }
}
