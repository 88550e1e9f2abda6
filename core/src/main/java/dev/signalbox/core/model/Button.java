package dev.signalbox.core.model;

import java.util.List;
import java.util.Set;

/** Something to press that has no state of its own. */
public record Button(String name) implements Part {
  private static final Property<Button, String> NAME = Property.displayName(Button::name);

  public static final Schema<Button> SCHEMA =
      new Schema<>(
          "button",
          Button.class,
          List.of(NAME),
          Set.of(Action.PRESS),
          v -> new Button(v.get(NAME)));

  @Override
  public Schema<Button> schema() {
    return SCHEMA;
  }
}
