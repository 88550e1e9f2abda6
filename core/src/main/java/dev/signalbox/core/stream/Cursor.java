package dev.signalbox.core.stream;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import java.util.List;
import java.util.Optional;

/**
 * One reader's place in a {@link ChangeStream}: a state, and how it came about since the reader
 * last looked. Owned by the reader's thread.
 *
 * <p>It stops only where the writer published, so a batch is never seen in part.
 */
public final class Cursor {
  private final ChangeStream stream;
  private HubState state;

  Cursor(ChangeStream stream) {
    this.stream = stream;
    this.state = stream.state();
  }

  /** The state up to which this reader has read. */
  public HubState state() {
    return state;
  }

  /**
   * Goes on to what is true now.
   *
   * @return the changes on the way, none if nothing is new; empty if the reader came so late that
   *     the log no longer has them all: the state is right all the same
   */
  public Optional<List<Change>> advance() {
    HubState now = stream.state();
    long from = state.sequence();
    state = now;
    return stream.log().read(from, now.sequence(), Integer.MAX_VALUE);
  }
}
