package dev.signalbox.core.model;

import java.util.List;
import java.util.Set;

/**
 * A row of seven-segment digits.
 *
 * @param text what the digits show, one character for each digit
 * @param on whether they are lit at all
 * @param brightness 0 (dimmest) to 7, as the TM1637 counts it
 */
public record Display(String name, String text, boolean on, int brightness) implements Part {
  private static final Property<Display, String> NAME = Property.displayName(Display::name);
  private static final Property<Display, String> TEXT =
      Property.text("text", 16, Access.READ_ONLY, Display::text);
  private static final Property<Display, Boolean> ON =
      Property.flag("on", true, Access.SETTING, Display::on);
  private static final Property<Display, Integer> BRIGHTNESS =
      Property.integer(
          "brightness",
          new PropertyType.IntegerType(0, 7, "", false),
          7,
          Access.SETTING,
          Display::brightness);

  public static final Schema<Display> SCHEMA =
      new Schema<>(
          "display",
          Display.class,
          List.of(NAME, TEXT, ON, BRIGHTNESS),
          Set.of(),
          v -> new Display(v.get(NAME), v.get(TEXT), v.get(ON), v.get(BRIGHTNESS)));

  @Override
  public Schema<Display> schema() {
    return SCHEMA;
  }
}
