package dev.signalbox.server;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.wire.StreamFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Those of one event loop's clients that are told in the same format. Whoever has the same filter
 * gets the same buffer. Owned by its event loop.
 */
final class Audience {
  /** Those with one filter. */
  private static final class Group {
    private final Filter filter;
    private final Set<Follower> followers = new LinkedHashSet<>();
    private @Nullable Message snapshot;
    private long snapshotAt;

    Group(Filter filter) {
      this.filter = filter;
    }

    void forgetSnapshot() {
      Message kept = snapshot;
      if (kept != null) {
        kept.close();
        snapshot = null;
      }
    }
  }

  private final StreamFormat format;
  private final Map<Filter, Group> groups = new LinkedHashMap<>();
  private boolean delivering;

  Audience(StreamFormat format) {
    this.format = format;
  }

  void add(Follower follower) {
    groups.computeIfAbsent(follower.filter(), Group::new).followers.add(follower);
  }

  void remove(Follower follower) {
    Group group = groups.get(follower.filter());
    // While everyone is told, who has ended is left where it is until the round is over.
    if (group != null && !delivering) {
      group.followers.remove(follower);
    }
  }

  /**
   * What {@code filter} selects of the state; encoded once for all who come while it is true.
   *
   * @param filter of a follower that has been added
   */
  Message snapshot(Filter filter, HubState now) {
    Group group = groups.get(filter);
    if (group == null) {
      throw new IllegalStateException("nobody has this filter");
    }
    Message kept = group.snapshot;
    if (kept == null || group.snapshotAt != now.sequence()) {
      group.forgetSnapshot();
      kept = new Message(format.snapshot(now, filter));
      group.snapshot = kept;
      group.snapshotAt = now.sequence();
    }
    return kept;
  }

  /**
   * Tells everyone what changed up to {@code now}.
   *
   * @param news empty where it can't be told change by change any more
   */
  void deliver(Optional<List<Change>> news, HubState now, ChangeLog log, long nanos) {
    delivering = true;
    if (news.isPresent()) {
      Batch batch = new Batch(news.get(), format, now.epoch());
      for (Group group : groups.values()) {
        try (Message selected = batch.selected(group.filter)) {
          deliver(group, selected, now, log, nanos);
        }
      }
    } else {
      each(follower -> follower.missed(now, log));
    }
    delivering = false;
    groups.values().forEach(group -> group.followers.removeIf(Follower::hasEnded));
  }

  private static void deliver(
      Group group, Message selected, HubState now, ChangeLog log, long nanos) {
    for (Follower follower : group.followers) {
      try {
        follower.deliver(selected, now, log, nanos);
      } catch (RuntimeException fault) {
        failed(follower, fault);
      }
    }
  }

  private interface Telling {
    void to(Follower follower);
  }

  private void each(Telling telling) {
    for (Group group : groups.values()) {
      for (Follower follower : group.followers) {
        try {
          telling.to(follower);
        } catch (RuntimeException fault) {
          failed(follower, fault);
        }
      }
    }
  }

  /** One client whose connection fails must not keep the others from being told. */
  private static void failed(Follower follower, RuntimeException fault) {
    Faults.ofPeer(fault);
    follower.end();
  }

  /** Shows those that were told nothing for a heartbeat that all is well; called every second. */
  void sweep(HubState now, long nanos, long heartbeatNanos) {
    each(follower -> follower.keepAlive(now, nanos, heartbeatNanos));
    groups.values().forEach(Group::forgetSnapshot);
    groups.values().removeIf(group -> group.followers.isEmpty());
  }

  /** Ends all streams because the hub stops. */
  void stop() {
    List<Group> all = new ArrayList<>(groups.values());
    groups.clear();
    for (Group group : all) {
      group.forgetSnapshot();
      List.copyOf(group.followers).forEach(Follower::stop);
    }
  }
}
