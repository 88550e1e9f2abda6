package dev.signalbox.boards;

import dev.signalbox.core.model.Text;
import java.time.Instant;

/**
 * What the hub says of itself that does not change.
 *
 * @param version up to 200 characters
 * @param startedAt when it started
 */
public record HubSettings(String version, Instant startedAt) {
  /**
   * @throws IllegalArgumentException if the version is too long
   */
  public HubSettings {
    Check.property(Text.SCHEMA, "value", version);
  }
}
