package dev.signalbox.core.stream;

import dev.signalbox.core.model.HubState;
import java.util.Optional;

/** How a subscriber's stream begins. */
public sealed interface Start {
  /** With the whole state; {@code reset} says why, where the client had hoped to resume. */
  record Fresh(Optional<ResetReason> reset) implements Start {}

  /** Where the client left off: it is complete up to {@code sequence}. */
  record Resumed(long sequence) implements Start {}

  /** A start with nothing known. */
  Start FRESH = new Fresh(Optional.empty());

  /**
   * Decides whether a client that presents {@code id} can resume.
   *
   * @param every whether it wants every change, so that the log must still have them
   */
  static Start of(String id, boolean every, HubState state, ChangeLog log) {
    Optional<StreamId> parsed = StreamId.parse(id);
    if (parsed.isEmpty()) {
      return reset(ResetReason.MALFORMED_ID);
    }
    long sequence = parsed.get().sequence();
    if (!parsed.get().epoch().equals(state.epoch())) {
      return reset(ResetReason.EPOCH);
    }
    if (sequence > state.sequence()) {
      return reset(ResetReason.MALFORMED_ID);
    }
    boolean known =
        every
            ? sequence == state.sequence() || log.keeps(sequence + 1)
            : sequence >= state.tombstones().forgotten();
    return known ? new Resumed(sequence) : reset(ResetReason.TOO_OLD);
  }

  private static Start reset(ResetReason reason) {
    return new Fresh(Optional.of(reason));
  }
}
