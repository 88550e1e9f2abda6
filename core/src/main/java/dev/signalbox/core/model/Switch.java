package dev.signalbox.core.model;

import java.util.List;
import java.util.Set;

/**
 * A contact that is pressed or not.
 *
 * @param simulated whether it has no hardware, so that it can be pressed from outside
 */
public record Switch(String name, boolean pressed, boolean simulated) implements Part {
  private static final Property<Switch, String> NAME = Property.displayName(Switch::name);
  private static final Property<Switch, Boolean> PRESSED =
      Property.flag("pressed", false, Access.writableWhen("simulated"), Switch::pressed);
  private static final Property<Switch, Boolean> SIMULATED =
      Property.flag("simulated", false, Access.READ_ONLY, Switch::simulated);

  public static final Schema<Switch> SCHEMA =
      new Schema<>(
          "switch",
          Switch.class,
          List.of(NAME, PRESSED, SIMULATED),
          Set.of(Action.PRESS),
          v -> new Switch(v.get(NAME), v.get(PRESSED), v.get(SIMULATED)));

  @Override
  public Schema<Switch> schema() {
    return SCHEMA;
  }
}
