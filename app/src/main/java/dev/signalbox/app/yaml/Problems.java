package dev.signalbox.app.yaml;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The mistakes found so far in one file, each once. Owned by the thread that reads the file. */
public final class Problems {
  /** How many are kept; a file with more is no configuration at all. */
  public static final int MOST = 1_000;

  private final Set<Problem> found = new LinkedHashSet<>();

  /** No mistakes yet. */
  public Problems() {}

  /** Notes a mistake. */
  public void add(Place place, String text) {
    if (found.size() < MOST) {
      found.add(new Problem(place, text));
    }
  }

  /** How many there are. */
  public int count() {
    return found.size();
  }

  /** All of them, by place. */
  public List<Problem> sorted() {
    return found.stream().sorted(Comparator.comparing(Problem::place)).toList();
  }
}
