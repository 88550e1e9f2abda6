package dev.signalbox.wire;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of an object that came from outside, read one by one with a rule for each. */
final class Fields {
  private final Map<String, @Nullable Object> values;

  private Fields(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  /** Of an object; anything else is refused as malformed. */
  static Fields of(@Nullable Object value, String what) throws RefusedException {
    return new Fields(object(value, what));
  }

  /** {@code value} as an object of plain values. */
  static Map<String, @Nullable Object> object(@Nullable Object value, String what)
      throws RefusedException {
    if (!(value instanceof Map<?, ?> map)) {
      throw new RefusedException(Problem.malformed(what + " must be an object."));
    }
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    map.forEach((name, member) -> object.put(String.valueOf(name), member));
    return object;
  }

  /** Refuses every field but these. */
  Fields only(String... names) throws RefusedException {
    for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
      if (!List.of(names).contains(entry.getKey())) {
        throw invalid(entry.getKey(), "is unknown; there are " + String.join(", ", names));
      }
    }
    return this;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  @Nullable Object raw(String name) {
    return values.get(name);
  }

  Map<String, @Nullable Object> object(String name) throws RefusedException {
    if (values.get(name) instanceof Map<?, ?> map) {
      return object(map, name);
    }
    throw invalid(name, "must be an object");
  }

  String text(String name) throws RefusedException {
    if (values.get(name) instanceof String text) {
      return text;
    }
    throw invalid(name, "must be text");
  }

  boolean flag(String name) throws RefusedException {
    if (values.get(name) instanceof Boolean flag) {
      return flag;
    }
    throw invalid(name, "must be true or false");
  }

  long whole(String name) throws RefusedException {
    if (values.get(name) instanceof Long whole) {
      return whole;
    }
    throw invalid(name, "must be a whole number of at most 64 bits");
  }

  double number(String name) throws RefusedException {
    if (values.get(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw invalid(name, "must be a number");
  }

  List<String> texts(String name, int most) throws RefusedException {
    if (values.get(name) instanceof List<?> list
        && list.size() <= most
        && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw invalid(name, "must be a list of at most " + most + " texts");
  }

  BoardId board() throws RefusedException {
    return board(text("board"));
  }

  Optional<PartId> part() throws RefusedException {
    return has("part") ? Optional.of(part(text("part"))) : Optional.empty();
  }

  static BoardId board(String text) throws RefusedException {
    if (!BoardId.isValid(text)) {
      throw new RefusedException(Problem.notFound("There is no board '" + shown(text) + "'."));
    }
    return new BoardId(text);
  }

  static PartId part(String text) throws RefusedException {
    if (!PartId.isValid(text)) {
      throw new RefusedException(Problem.notFound("There is no part '" + shown(text) + "'."));
    }
    return new PartId(text);
  }

  private static String shown(String text) {
    return text.length() <= 63 ? text : text.substring(0, 63) + "…";
  }

  private RefusedException invalid(String name, String rule) {
    Object value = values.containsKey(name) ? values.get(name) : "missing";
    return new RefusedException(Problem.invalid(List.of(Violation.of(name, value, rule))));
  }
}
