package dev.signalbox.server;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.Pacing;
import dev.signalbox.wire.StreamFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Those of one event loop's clients that are told in the same format: what one of them is told is
 * encoded once for all. Owned by its event loop.
 */
final class Audience {
  private final StreamFormat format;
  private final Activity activity;
  private final Map<Selection.Wanted, Selection> selections = new LinkedHashMap<>();

  Audience(StreamFormat format, Activity activity) {
    this.format = format;
    this.activity = activity;
  }

  /** Those who want this. */
  Selection selection(Selection.Wanted wanted, HubState now) {
    return selections.computeIfAbsent(
        wanted, _ -> new Selection(wanted, format, activity, now.sequence()));
  }

  /**
   * Tells everyone what changed up to {@code now}.
   *
   * @param news empty where it can't be told change by change any more
   */
  void deliver(Optional<List<Change>> news, HubState now, ChangeLog log, long nanos) {
    if (news.isPresent()) {
      Batch batch = new Batch(news.get(), format, now.epoch());
      selections.values().forEach(selection -> selection.deliver(batch, now, nanos));
    } else {
      selections.values().forEach(selection -> selection.missed(now, log));
    }
  }

  /** Tells what was held back and is due. */
  void due(HubState now, long nanos) {
    selections.values().forEach(selection -> selection.due(now, nanos));
  }

  /** When {@link #due} has something to tell; {@link Pacing#NEVER} if it has nothing. */
  long nextDue() {
    long next = Pacing.NEVER;
    for (Selection selection : selections.values()) {
      next = Math.min(next, selection.nextDue());
    }
    return next;
  }

  /** Shows those that were told nothing for a heartbeat that all is well; called every second. */
  void sweep(HubState now, ChangeLog log, long nanos, long heartbeatNanos) {
    selections.values().forEach(selection -> selection.sweep(now, log, nanos, heartbeatNanos));
    selections.values().removeIf(Selection::isEmpty);
  }

  /** Ends all streams because the hub stops. */
  void stop() {
    selections.values().forEach(Selection::stop);
    selections.clear();
  }
}
