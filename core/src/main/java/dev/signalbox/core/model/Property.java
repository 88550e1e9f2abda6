package dev.signalbox.core.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One property of a kind of part: validation, formats, controls and history all follow from it.
 *
 * @param name as it is called in every format
 * @param initial what a part has where nothing else is said; null where something must be said
 * @param reader reads it from a part
 * @param <P> the kind of part
 * @param <T> its values
 */
public record Property<P extends Part, T>(
    String name, PropertyType<T> type, @Nullable T initial, Access access, Function<P, T> reader) {
  static final int NAME_LENGTH = 40;

  /** The display name that every part has. */
  static <P extends Part> Property<P, String> displayName(Function<P, String> reader) {
    return new Property<>(
        "name", new PropertyType.TextType(NAME_LENGTH), "", Access.SETTING, reader);
  }

  static <P extends Part> Property<P, Boolean> flag(
      String name, boolean initial, Access access, Function<P, Boolean> reader) {
    return new Property<>(name, new PropertyType.BooleanType(), initial, access, reader);
  }

  static <P extends Part> Property<P, String> text(
      String name, int maxLength, Access access, Function<P, String> reader) {
    return new Property<>(name, new PropertyType.TextType(maxLength), "", access, reader);
  }

  static <P extends Part> Property<P, Integer> integer(
      String name,
      PropertyType.IntegerType type,
      int initial,
      Access access,
      Function<P, Integer> reader) {
    return new Property<>(name, type, initial, access, reader);
  }

  static <P extends Part> Property<P, Double> number(String name, Function<P, Double> reader) {
    return new Property<>(name, new PropertyType.NumberType(), 0.0, Access.READ_ONLY, reader);
  }

  static <P extends Part> Property<P, Long> time(String name, Function<P, Long> reader) {
    return new Property<>(name, new PropertyType.TimeType(), 0L, Access.READ_ONLY, reader);
  }

  /** The property's value in {@code part}. */
  public T of(P part) {
    return reader.apply(part);
  }
}
