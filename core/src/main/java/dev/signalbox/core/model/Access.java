package dev.signalbox.core.model;

import org.jspecify.annotations.Nullable;

/**
 * Who may set a property, and whether it outlives a restart.
 *
 * @param writable whether a command may set it
 * @param persistent whether it is one of the board's saved settings
 * @param when the boolean property of the same part that must be true for a command to set it; null
 *     where there is no such condition
 */
public record Access(boolean writable, boolean persistent, @Nullable String when) {
  /** Only the board itself sets it. */
  public static final Access READ_ONLY = new Access(false, false, null);

  /** A command may set it; a restart forgets it. */
  public static final Access WRITABLE = new Access(true, false, null);

  /** A command may set it, and it is kept. */
  public static final Access SETTING = new Access(true, true, null);

  /** A command may set it on a part whose property {@code name} is true. */
  public static Access writableWhen(String name) {
    return new Access(true, false, name);
  }
}
