package dev.signalbox.core.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing on a board. A kind of part is one immutable record and its {@link Schema}; adding one
 * is adding both, naming it here and in {@link Schemas}.
 */
public sealed interface Part
    permits Button, Chase, Counter, Display, Led, Output, Sensor, Switch, Text {
  /** What people call it, up to 40 characters. */
  String name();

  /** The description of this kind. */
  Schema<? extends Part> schema();

  /**
   * This part right after a command made it out of {@code before}: an effect that begins with the
   * command gets its start instant.
   *
   * @param before the part the command found; null where the command made the part
   * @param now milliseconds since the Unix epoch
   */
  default Part commanded(@Nullable Part before, long now) {
    return this;
  }

  /** This part flipped; empty for a kind that has nothing to flip. */
  default Optional<Part> toggled() {
    return Optional.empty();
  }
}
