package dev.signalbox.core.model;

import java.util.List;
import java.util.Set;

/**
 * A line of text.
 *
 * @param value up to 200 characters
 * @param editable whether a command may set {@code value}
 */
public record Text(String name, String value, boolean editable) implements Part {
  private static final Property<Text, String> NAME = Property.displayName(Text::name);
  private static final Property<Text, String> VALUE =
      Property.text("value", 200, Access.writableWhen("editable"), Text::value);
  private static final Property<Text, Boolean> EDITABLE =
      Property.flag("editable", false, Access.READ_ONLY, Text::editable);

  public static final Schema<Text> SCHEMA =
      new Schema<>(
          "text",
          Text.class,
          List.of(NAME, VALUE, EDITABLE),
          Set.of(),
          v -> new Text(v.get(NAME), v.get(VALUE), v.get(EDITABLE)));

  @Override
  public Schema<Text> schema() {
    return SCHEMA;
  }
}
