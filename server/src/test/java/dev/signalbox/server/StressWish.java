package dev.signalbox.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client of a stress test wants to be told, and what that selects, worked out without the
 * hub's own filter.
 *
 * @param boards ids; empty for all
 * @param parts patterns; empty for all
 * @param rate 0 for no {@code maxRate}
 */
record StressWish(List<String> boards, List<String> parts, boolean every, int rate) {
  /** Everything, every change. */
  static final StressWish ALL = new StressWish(List.of(), List.of(), true, 0);

  private static final List<List<String>> BOARDS =
      List.of(
          List.of(),
          List.of(),
          List.of("yard"),
          List.of("yard", "counter"),
          List.of("counter"),
          List.of("far", "toggle"));
  private static final List<List<String>> PARTS =
      List.of(
          List.of(),
          List.of(),
          List.of("out*"),
          List.of("chase?", "out1*"),
          List.of("*e*"),
          List.of("?ut2", "c*"));
  private static final List<Integer> RATES = List.of(0, 0, 0, 5, 20, 100);

  static StressWish random(Random random) {
    boolean every = random.nextInt(5) < 2;
    int rate = any(RATES, random);
    return new StressWish(any(BOARDS, random), any(PARTS, random), every, every ? 0 : rate);
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  String query() {
    return "?every="
        + every
        + (boards.isEmpty() ? "" : "&boards=" + String.join(",", boards))
        + (parts.isEmpty() ? "" : "&parts=" + String.join(",", parts))
        + (rate == 0 ? "" : "&maxRate=" + rate);
  }

  /**
   * Whether a change is told.
   *
   * @param part empty if it is about the board itself
   */
  boolean selects(String board, String part) {
    return hasBoard(board) && (part.isEmpty() || hasPart(part));
  }

  boolean hasBoard(String board) {
    return boards.isEmpty() || boards.contains(board);
  }

  private boolean hasPart(String part) {
    return parts.isEmpty()
        || parts.stream()
            .map(glob -> glob.replace("*", ".*").replace("?", "."))
            .anyMatch(regex -> Pattern.matches(regex, part));
  }

  /** Of all boards, what such a client has. */
  Doc of(Doc boards) {
    Map<String, @Nullable Object> selected = new LinkedHashMap<>();
    boards
        .copy()
        .forEach((id, board) -> {
          if (hasBoard(id)) {
            Map<String, @Nullable Object> kept = new Doc(board).copy();
            Map<String, @Nullable Object> some = new Doc(board).at("parts").copy();
            some.keySet().removeIf(part -> !hasPart(part));
            kept.put("parts", some);
            selected.put(id, kept);
          }
        });
    return new Doc(selected);
  }
}
