package dev.signalbox.server;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.StreamId;
import dev.signalbox.wire.StreamFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The changes of one publication, encoded once for one audience. A filter selects among them; it
 * never makes another encoding. Owned by one event loop.
 */
final class Batch {
  private final List<Change> changes;
  private final List<Message> messages = new ArrayList<>();

  Batch(List<Change> changes, StreamFormat format, String epoch) {
    this.changes = changes;
    for (Change change : changes) {
      StreamId id = new StreamId(epoch, change.sequence());
      messages.add(new Message(format.change(change, Optional.of(id), 0)));
    }
  }

  /**
   * Writes what {@code filter} selects.
   *
   * @return how many messages that were
   */
  int writeTo(Outlet outlet, Filter filter) {
    int written = 0;
    for (int i = 0; i < messages.size(); i++) {
      if (filter.selects(changes.get(i))) {
        outlet.write(messages.get(i));
        written++;
      }
    }
    return written;
  }

  /** How many of the changes {@code filter} selects. */
  int count(Filter filter) {
    return (int) changes.stream().filter(filter::selects).count();
  }
}
