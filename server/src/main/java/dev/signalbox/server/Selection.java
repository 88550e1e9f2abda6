package dev.signalbox.server;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.Pacing;
import dev.signalbox.core.stream.StreamId;
import dev.signalbox.wire.StreamFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Those of an audience who follow the same at the same pace: they get the same buffers.
 *
 * <p>What is remembered of each client costs its place in the processor's cache at every change, so
 * whatever those who keep up have in common is remembered here, once: up to where they are complete
 * and when they were told something last. A follower that falls behind takes it along. Owned by its
 * event loop.
 */
final class Selection {
  /**
   * What those in it have in common.
   *
   * @param pace the least time between two changes of one part; zero for none
   */
  record Wanted(Filter filter, Duration pace) {}

  private final Filter filter;
  private final StreamFormat format;
  private final Activity activity;
  private final Optional<Pacing> pacing;
  private final Set<Follower> followers = new LinkedHashSet<>();
  private final List<Follower> live = new ArrayList<>();
  private @Nullable Message snapshot;
  private long snapshotAt;
  private long complete;
  private long selected;
  private long lastSentNanos;
  private boolean hasSent;
  private boolean telling;
  private boolean someEnded;

  /**
   * @param complete what is true up to then is no news here
   */
  Selection(Wanted wanted, StreamFormat format, Activity activity, long complete) {
    this.filter = wanted.filter();
    this.format = format;
    this.activity = activity;
    this.pacing =
        wanted.pace().isZero() ? Optional.empty() : Optional.of(new Pacing(wanted.pace()));
    this.complete = complete;
  }

  /** How many changes were selected so far. */
  long selected() {
    return selected;
  }

  boolean isEmpty() {
    return followers.isEmpty();
  }

  void add(Follower follower) {
    followers.add(follower);
  }

  /** Says that a follower is complete up to what was told here last: it is told what comes. */
  void keepsUp(Follower follower) {
    follower.place(live.size());
    live.add(follower);
  }

  /** Forgets one that has ended. */
  void remove(Follower follower) {
    if (telling) {
      // Left where it is until everyone is told.
      someEnded = true;
    } else {
      followers.remove(follower);
      leaveLive(follower);
    }
  }

  private void leaveLive(Follower follower) {
    int place = follower.place();
    if (place >= 0) {
      Follower last = live.removeLast();
      if (last != follower) {
        live.set(place, last);
        last.place(place);
      }
      follower.place(Follower.NOWHERE);
    }
  }

  /** The state as far as it is followed; encoded once for all who come while it is true. */
  Message snapshot(HubState now) {
    Message kept = snapshot;
    if (kept == null || snapshotAt != now.sequence()) {
      forgetSnapshot();
      kept = new Message(format.snapshot(now, filter));
      snapshot = kept;
      snapshotAt = now.sequence();
    }
    return kept;
  }

  private void forgetSnapshot() {
    Message kept = snapshot;
    if (kept != null) {
      kept.close();
      snapshot = null;
    }
  }

  /** Tells what changed up to {@code now}. */
  void deliver(Batch batch, HubState now, long nanos) {
    if (pacing.isPresent()) {
      List<Change> changes = batch.changes(filter);
      selected += changes.size();
      tell(pacing.get().pass(changes, nanos), now, nanos);
    } else {
      try (Message changes = batch.selected(filter)) {
        selected += changes.count();
        tell(changes, now.sequence(), nanos);
      }
    }
  }

  /** Tells what was held back and is due. */
  void due(HubState now, long nanos) {
    pacing.ifPresent(paced -> tell(paced.due(now, nanos), now, nanos));
  }

  /** When {@link #due} has something to tell; {@link Pacing#NEVER} if it has nothing. */
  long nextDue() {
    return pacing.map(Pacing::nextDue).orElse(Pacing.NEVER);
  }

  private void tell(Pacing.Passed passed, HubState now, long nanos) {
    List<byte[]> messages = new ArrayList<>();
    int last = passed.changes().size() - 1;
    for (int i = 0; i <= last; i++) {
      boolean isComplete = i == last && passed.isComplete();
      Optional<StreamId> id = isComplete ? Optional.of(StreamId.of(now)) : Optional.empty();
      messages.add(format.change(passed.changes().get(i), id, isComplete ? passed.skipped() : 0));
    }
    try (Message message = new Message(messages)) {
      tell(message, passed.isComplete() ? now.sequence() : complete, nanos);
    }
  }

  private void tell(Message changes, long upTo, long nanos) {
    if (changes.count() > 0) {
      telling = true;
      int told = 0;
      // Backwards, because whoever falls behind is replaced by the last.
      for (int i = live.size() - 1; i >= 0; i--) {
        told += tell(live.get(i), changes) ? 1 : 0;
      }
      activity.sent(told * changes.count());
      lastSentNanos = nanos;
      hasSent = true;
      telling = false;
      if (someEnded) {
        forgetEnded();
      }
    }
    complete = upTo;
  }

  private boolean tell(Follower follower, Message changes) {
    try {
      if (follower.outlet().isWritable()) {
        follower.outlet().write(changes);
        return true;
      }
      fallBehind(follower, changes.count());
    } catch (RuntimeException fault) {
      failed(follower, fault);
    }
    return false;
  }

  private void fallBehind(Follower follower, int missed) {
    leaveLive(follower);
    follower.fellBehind(complete, selected - missed);
  }

  /** Says that changes passed which can't be told one by one. */
  void missed(HubState now, ChangeLog log) {
    List.copyOf(live).forEach(follower -> fallBehind(follower, 0));
    complete = now.sequence();
    each(follower -> follower.catchUp(now, log));
  }

  private void each(Consumer<Follower> telling) {
    for (Follower follower : List.copyOf(followers)) {
      try {
        telling.accept(follower);
      } catch (RuntimeException fault) {
        failed(follower, fault);
      }
    }
    forgetEnded();
  }

  /** One client whose connection fails must not keep the others from being told. */
  private void failed(Follower follower, RuntimeException fault) {
    Faults.ofPeer(fault);
    follower.end();
    someEnded = true;
  }

  private void forgetEnded() {
    someEnded = false;
    if (followers.removeIf(Follower::hasEnded)) {
      List.copyOf(live).stream().filter(Follower::hasEnded).forEach(this::leaveLive);
    }
  }

  /** Shows those who were told nothing for long that all is well; called every second. */
  void sweep(HubState now, ChangeLog log, long nanos, long heartbeatNanos) {
    boolean isComplete = pacing.filter(Pacing::isHolding).isEmpty();
    boolean isQuiet = !hasSent || nanos - lastSentNanos >= heartbeatNanos;
    each(follower -> {
      follower.endIfLagged(now, log);
      if (isComplete && isQuiet && follower.place() >= 0) {
        follower.keepAlive(now, nanos, heartbeatNanos);
      }
    });
    forgetSnapshot();
  }

  /** Ends all streams because the hub stops. */
  void stop() {
    forgetSnapshot();
    List.copyOf(followers).forEach(Follower::stop);
    followers.clear();
    live.clear();
  }
}
