package dev.signalbox.core.model;

import java.util.HashSet;
import java.util.List;

/**
 * The outputs of a chase, in the order in which they light.
 *
 * @param ids 1 to 8 parts, each once
 */
public record Members(List<PartId> ids) {
  public static final int MOST = 8;

  /**
   * @throws IllegalArgumentException if there are none, too many, or one twice
   */
  public Members {
    ids = List.copyOf(ids);
    if (ids.isEmpty() || ids.size() > MOST || new HashSet<>(ids).size() != ids.size()) {
      throw new IllegalArgumentException("members " + ids + " must be 1 to 8 outputs, each once");
    }
  }

  /** The members of these ids. */
  public static Members of(String... ids) {
    return new Members(java.util.Arrays.stream(ids).map(PartId::new).toList());
  }
}
