package dev.signalbox.core.model;

import java.util.List;
import java.util.Set;

/**
 * A number that grows by itself.
 *
 * @param value 32 bits, signed; wraps
 * @param step what is added each time
 * @param interval milliseconds from one addition to the next, 10 to 86,400,000
 */
public record Counter(String name, int value, int step, int interval) implements Part {
  private static final Property<Counter, String> NAME = Property.displayName(Counter::name);
  private static final Property<Counter, Integer> VALUE =
      Property.integer("value", int32(), 0, Access.WRITABLE, Counter::value);
  private static final Property<Counter, Integer> STEP =
      Property.integer("step", int32(), 1, Access.READ_ONLY, Counter::step);
  private static final Property<Counter, Integer> INTERVAL =
      Property.integer(
          "interval",
          new PropertyType.IntegerType(10, 86_400_000, "ms", false),
          500,
          Access.READ_ONLY,
          Counter::interval);

  public static final Schema<Counter> SCHEMA =
      new Schema<>(
          "counter",
          Counter.class,
          List.of(NAME, VALUE, STEP, INTERVAL),
          Set.of(),
          v -> new Counter(v.get(NAME), v.get(VALUE), v.get(STEP), v.get(INTERVAL)));

  private static PropertyType.IntegerType int32() {
    return new PropertyType.IntegerType(Integer.MIN_VALUE, Integer.MAX_VALUE, "", false);
  }

  @Override
  public Schema<Counter> schema() {
    return SCHEMA;
  }
}
