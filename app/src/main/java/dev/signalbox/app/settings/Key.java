package dev.signalbox.app.settings;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One key that a mapping takes.
 *
 * @param fallback what holds where the key is left out; null where it must be given
 * @param doc what it is for: a sentence for people
 */
public record Key<T>(String name, SettingType<T> type, @Nullable Supplier<T> fallback, String doc) {
  private static final String OWN_ID = "";

  /** A key that may be left out. */
  public static <T> Key<T> of(String name, SettingType<T> type, T fallback, String doc) {
    return new Key<>(name, type, () -> fallback, doc);
  }

  /** A key that may be left out, with a default that takes work to find out. */
  public static <T> Key<T> late(
      String name, SettingType<T> type, Supplier<T> fallback, String doc) {
    return new Key<>(name, type, fallback, doc);
  }

  /** A key that must be given. */
  public static <T> Key<T> required(String name, SettingType<T> type, String doc) {
    return new Key<>(name, type, null, doc);
  }

  /** A key that may be left out, with a default that follows from something else. */
  public static <T> Key<Optional<T>> maybe(String name, SettingType<T> type, String doc) {
    return new Key<>(name, new MaybeType<>(type), Optional::empty, doc);
  }

  /** No key, but the id under which the mapping itself stands. */
  public static <T> Key<T> ownId(Function<String, T> maker) {
    return new Key<>(OWN_ID, new EntryId<>(maker), null, "");
  }

  boolean isOwnId() {
    return name.equals(OWN_ID);
  }
}
