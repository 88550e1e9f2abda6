package dev.signalbox.server;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.StreamId;
import dev.signalbox.wire.StreamFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one publication, encoded once for one audience. A filter selects among them; it
 * never makes another encoding. Owned by one event loop.
 */
final class Batch {
  private final List<Change> changes;
  private final StreamFormat format;
  private final String epoch;
  private final byte[] @Nullable [] messages;

  Batch(List<Change> changes, StreamFormat format, String epoch) {
    this.changes = changes;
    this.format = format;
    this.epoch = epoch;
    this.messages = new byte[changes.size()][];
  }

  /** What {@code filter} selects, to be written together. */
  Message selected(Filter filter) {
    List<byte[]> selected = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      if (filter.selects(changes.get(i))) {
        selected.add(message(i));
      }
    }
    return new Message(selected);
  }

  /** The same, not encoded. */
  List<Change> changes(Filter filter) {
    return changes.stream().filter(filter::selects).toList();
  }

  private byte[] message(int index) {
    byte[] message = messages[index];
    if (message == null) {
      Change change = changes.get(index);
      message = format.change(change, Optional.of(new StreamId(epoch, change.sequence())), 0);
      messages[index] = message;
    }
    return message;
  }
}
