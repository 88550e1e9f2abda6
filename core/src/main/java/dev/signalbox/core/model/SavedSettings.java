package dev.signalbox.core.model;

import java.util.Map;

/**
 * What is kept of all boards over a restart.
 *
 * @param names of boards that were renamed
 * @param parts by address; what is missing is as the configuration says
 */
public record SavedSettings(Map<BoardId, String> names, Map<PartAddress, SavedPart> parts) {
  /** Nothing is kept. */
  public static final SavedSettings NONE = new SavedSettings(Map.of(), Map.of());

  public SavedSettings {
    names = Map.copyOf(names);
    parts = Map.copyOf(parts);
  }
}
