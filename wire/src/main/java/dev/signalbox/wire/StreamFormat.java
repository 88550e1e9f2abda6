package dev.signalbox.wire;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.ResetReason;
import dev.signalbox.core.stream.StreamId;
import java.util.Optional;

/**
 * How the members of one audience are told what happens. Each result is one whole message of the
 * transport: an event of Server-Sent Events, or the text of a WebSocket message. Stateless; any
 * thread.
 */
public interface StreamFormat {
  /** What {@code filter} selects of the state, with its id. */
  byte[] snapshot(HubState state, Filter filter);

  /**
   * One change.
   *
   * @param id what the client is complete up to with this message; empty where more must come first
   * @param skipped how many changes were folded into this message and those before it; 0 for none
   */
  byte[] change(Change change, Optional<StreamId> id, long skipped);

  /** That all is well, and the client complete up to {@code id}. */
  byte[] keepAlive(StreamId id);

  /** That the client can't go on where it left off; a snapshot follows. */
  byte[] reset(ResetReason reason);

  /** That the stream ends because the client fell too far behind. */
  byte[] lagged(long skipped);
}
