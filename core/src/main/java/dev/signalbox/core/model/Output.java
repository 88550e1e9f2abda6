package dev.signalbox.core.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dimmable output that can blink.
 *
 * @param pin the number that people know it by
 * @param active what was commanded, never the phase of an effect
 * @param brightness 0 to 100 percent
 * @param blink milliseconds lit and the same dark, 10 to 65,535; 0 for steady
 * @param since when it was switched on or its blink set, milliseconds since the Unix epoch: where a
 *     blink's phase begins
 */
public record Output(String name, int pin, boolean active, int brightness, int blink, long since)
    implements Part {
  private static final Property<Output, String> NAME = Property.displayName(Output::name);
  private static final Property<Output, Integer> PIN =
      Property.integer(
          "pin",
          new PropertyType.IntegerType(0, 65_535, "", false),
          0,
          Access.READ_ONLY,
          Output::pin);
  private static final Property<Output, Boolean> ACTIVE =
      Property.flag("active", false, Access.SETTING, Output::active);
  private static final Property<Output, Integer> BRIGHTNESS =
      Property.integer(
          "brightness",
          new PropertyType.IntegerType(0, 100, "%", false),
          100,
          Access.SETTING,
          Output::brightness);
  private static final Property<Output, Integer> BLINK =
      Property.integer(
          "blink",
          new PropertyType.IntegerType(10, 65_535, "ms", true),
          0,
          Access.SETTING,
          Output::blink);
  private static final Property<Output, Long> SINCE = Property.time("since", Output::since);

  public static final Schema<Output> SCHEMA =
      new Schema<>(
          "output",
          Output.class,
          List.of(NAME, PIN, ACTIVE, BRIGHTNESS, BLINK, SINCE),
          Set.of(Action.TOGGLE),
          v ->
              new Output(
                  v.get(NAME),
                  v.get(PIN),
                  v.get(ACTIVE),
                  v.get(BRIGHTNESS),
                  v.get(BLINK),
                  v.get(SINCE)));

  @Override
  public Schema<Output> schema() {
    return SCHEMA;
  }

  @Override
  public Optional<Part> toggled() {
    return Optional.of(new Output(name, pin, !active, brightness, blink, since));
  }

  @Override
  public Part commanded(@Nullable Part before, long now) {
    boolean same = before instanceof Output was && was.active == active && was.blink == blink;
    return same ? this : new Output(name, pin, active, brightness, blink, now);
  }
}
