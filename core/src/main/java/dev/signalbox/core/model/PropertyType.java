package dev.signalbox.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What values a property can have. The check takes plain values as any format yields them ({@code
 * Boolean}, {@code Number}, {@code String}, {@code List}, or null) and never throws.
 *
 * @param <T> the values once they are checked
 */
public sealed interface PropertyType<T> {
  /** The class of a checked value. */
  Class<T> javaType();

  /** Checks a value that came from outside. */
  Checked<T> check(@Nullable Object raw);

  /** True or false. */
  record BooleanType() implements PropertyType<Boolean> {
    @Override
    public Class<Boolean> javaType() {
      return Boolean.class;
    }

    @Override
    public Checked<Boolean> check(@Nullable Object raw) {
      return raw instanceof Boolean flag
          ? new Checked.Valid<>(flag)
          : new Checked.Broken<>("must be true or false");
    }
  }

  /**
   * A whole number from {@code minimum} to {@code maximum}.
   *
   * @param unit what it counts, such as {@code ms}; empty where it counts nothing
   * @param zeroToo whether 0 is allowed although it is below {@code minimum}: "off"
   */
  record IntegerType(int minimum, int maximum, String unit, boolean zeroToo)
      implements PropertyType<Integer> {
    @Override
    public Class<Integer> javaType() {
      return Integer.class;
    }

    @Override
    public Checked<Integer> check(@Nullable Object raw) {
      if (raw instanceof Number number
          && number.doubleValue() == Math.rint(number.doubleValue())
          && allows(number.doubleValue())) {
        return new Checked.Valid<>((int) number.doubleValue());
      }
      return new Checked.Broken<>(
          "must be a whole number from "
              + minimum
              + " to "
              + maximum
              + (zeroToo ? ", or 0 for off" : ""));
    }

    private boolean allows(double value) {
      return (value >= minimum && value <= maximum) || (zeroToo && value == 0);
    }
  }

  /** A finite number. */
  record NumberType() implements PropertyType<Double> {
    @Override
    public Class<Double> javaType() {
      return Double.class;
    }

    @Override
    public Checked<Double> check(@Nullable Object raw) {
      return raw instanceof Number number && Double.isFinite(number.doubleValue())
          ? new Checked.Valid<>(number.doubleValue())
          : new Checked.Broken<>("must be a number");
    }
  }

  /**
   * Text of at most {@code maxLength} characters (Unicode code points), without control characters.
   */
  record TextType(int maxLength) implements PropertyType<String> {
    @Override
    public Class<String> javaType() {
      return String.class;
    }

    @Override
    public Checked<String> check(@Nullable Object raw) {
      if (!(raw instanceof String text)) {
        return new Checked.Broken<>("must be text");
      }
      if (text.codePointCount(0, text.length()) > maxLength) {
        return new Checked.Broken<>("must be at most " + maxLength + " characters");
      }
      return text.codePoints().anyMatch(TextType::isUnfit)
          ? new Checked.Broken<>("must not have control characters or broken surrogates")
          : new Checked.Valid<>(text);
    }

    private static boolean isUnfit(int codePoint) {
      return Character.isISOControl(codePoint)
          || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
  }

  /** A point in time, in milliseconds since the Unix epoch. */
  record TimeType() implements PropertyType<Long> {
    @Override
    public Class<Long> javaType() {
      return Long.class;
    }

    @Override
    public Checked<Long> check(@Nullable Object raw) {
      return raw instanceof Number number && number.doubleValue() == number.longValue()
          ? new Checked.Valid<>(number.longValue())
          : new Checked.Broken<>("must be milliseconds since the Unix epoch");
    }
  }

  /** Parts of the same board that are of kind {@code of}, in order. */
  record MembersType(String of) implements PropertyType<Members> {
    @Override
    public Class<Members> javaType() {
      return Members.class;
    }

    @Override
    public Checked<Members> check(@Nullable Object raw) {
      if (raw instanceof Members members) {
        return new Checked.Valid<>(members);
      }
      List<PartId> ids = new ArrayList<>();
      if (raw instanceof List<?> list && !list.isEmpty() && list.size() <= Members.MOST) {
        for (Object item : list) {
          if (item instanceof String text && PartId.isValid(text)) {
            ids.add(new PartId(text));
          }
        }
        if (ids.stream().distinct().count() == list.size()) {
          return new Checked.Valid<>(new Members(ids));
        }
      }
      return new Checked.Broken<>("must be 1 to " + Members.MOST + " ids of outputs, each once");
    }
  }

  /** The names of {@code properties} as a sentence lists them. */
  static String listed(List<? extends Property<?, ?>> properties) {
    return properties.stream().map(Property::name).collect(Collectors.joining(", "));
  }
}
