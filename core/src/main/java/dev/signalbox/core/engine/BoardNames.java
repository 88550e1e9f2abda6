package dev.signalbox.core.engine;

import dev.signalbox.core.model.Checked;
import dev.signalbox.core.model.PropertyType;
import dev.signalbox.core.model.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one property of a board that a command can set: its name. */
final class BoardNames {
  private static final PropertyType.TextType TYPE = new PropertyType.TextType(40);

  /** What a patch of a board's own properties comes to. */
  record Patched(String name, List<Violation> violations) {}

  private BoardNames() {}

  /** The name that {@code patch} gives a board that is called {@code before}. */
  static Patched patch(Map<String, @Nullable Object> patch, String before) {
    List<Violation> violations = new ArrayList<>();
    String name = before;
    for (Map.Entry<String, @Nullable Object> entry : patch.entrySet()) {
      Object value = entry.getValue();
      if (!entry.getKey().equals("name")) {
        violations.add(
            Violation.of(entry.getKey(), value, "is unknown or read-only; a board has a name"));
      } else if (TYPE.check(value) instanceof Checked.Valid<String>(String text)
          && !text.isBlank()) {
        name = text;
      } else {
        violations.add(Violation.of("name", value, "must be text of 1 to 40 characters"));
      }
    }
    return new Patched(name, List.copyOf(violations));
  }
}
