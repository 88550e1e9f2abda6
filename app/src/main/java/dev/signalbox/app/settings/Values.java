package dev.signalbox.app.settings;

import java.util.HashMap;
import java.util.Map;

/** What a mapping gives for its keys, or their defaults. Owned by the thread that reads it. */
public final class Values {
  private final Map<String, Object> byKey = new HashMap<>();

  Values() {}

  <T> void put(Key<T> key, T value) {
    byKey.put(key.name(), value);
  }

  /** Puts the default, if there is one. */
  <T> boolean putFallback(Key<T> key) {
    if (key.fallback() == null) {
      return false;
    }
    byKey.put(key.name(), key.fallback().get());
    return true;
  }

  /** These, but for one key that has its default. */
  Values without(Key<?> key) {
    Values others = new Values();
    others.byKey.putAll(byKey);
    others.putFallback(key);
    return others;
  }

  /** The value for {@code key}, which only {@link #put} has set, so that it is of its type. */
  @SuppressWarnings("unchecked")
  public <T> T of(Key<T> key) {
    Object value = byKey.get(key.name());
    if (value == null) {
      throw new IllegalStateException("no value for key '" + key.name() + "'");
    }
    return (T) value;
  }
}
