package dev.signalbox.app.config;

import dev.signalbox.app.settings.Key;
import dev.signalbox.app.settings.KindType;
import dev.signalbox.app.settings.ListType;
import dev.signalbox.app.settings.MapType;
import dev.signalbox.app.settings.MaybeType;
import dev.signalbox.app.settings.NoneType;
import dev.signalbox.app.settings.SettingType;
import dev.signalbox.app.settings.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All keys that a configuration takes, as the documentation orders them. */
final class KeyPaths {
  /**
   * A key.
   *
   * @param section the top key or, for what a board or a listener takes, {@code Kind} and its kind
   *     or {@code Dialect} and its dialect
   * @param path from there, such as {@code display.on}; {@code ID} stands for any id
   */
  record Documented(String section, String path, Key<?> key) {}

  private final List<Documented> keys = new ArrayList<>();

  static List<Documented> all() {
    KeyPaths all = new KeyPaths();
    HubShape.SHAPE
        .writtenKeys()
        .forEach(key -> all.collect("`" + key.name() + "`", "", key.type()));
    return all.keys;
  }

  private void collect(String section, String path, SettingType<?> type) {
    switch (type) {
      case Shape<?> shape -> shape.writtenKeys().forEach(key -> collect(section, path, key));
      case MapType<?> map -> collect(section, path.isEmpty() ? path : path + ".ID", map.value());
      case NoneType<?> none -> collect(section, path, none.type());
      case MaybeType<?> maybe -> collect(section, path, maybe.type());
      case ListType<?> list -> collect(section, path, list.item());
      case KindType<?> kinds ->
          kinds
              .kinds()
              .forEach((kind, shape) -> collect(title(kinds.key()) + " `" + kind + "`", "", shape));
      default -> {}
    }
  }

  private static String title(String key) {
    return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
  }

  private void collect(String section, String path, Key<?> key) {
    String below = path.isEmpty() ? key.name() : path + "." + key.name();
    keys.add(new Documented(section, below, key));
    collect(section, below, key.type());
  }
}
