package dev.signalbox.server;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.ChangeStream;
import dev.signalbox.core.stream.Cursor;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.ResetReason;
import dev.signalbox.core.stream.Start;
import dev.signalbox.core.stream.Subscriber;
import dev.signalbox.wire.StreamFormat;
import dev.signalbox.wire.Subscription;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The streams of one event loop: brings every change to the loop's own clients.
 *
 * <p>The engine wakes the loop at most once for what it has not yet looked at, however many changes
 * that are; the loop then reads them from the log itself. So a loop that is busy finds one larger
 * batch, not a queue. Clients are grouped by audience, and a batch is encoded once for each.
 *
 * <p>Owned by its event loop, but for {@link #wakeUp}.
 */
final class StreamLoop {
  // Any thread.
  private final AtomicBoolean woken = new AtomicBoolean();
  private final EventLoop loop;

  // The event loop.
  private final ChangeStream stream;
  private final Cursor cursor;
  private final Activity activity;
  private final long heartbeatNanos;
  private final Map<StreamFormat, Set<Follower>> audiences = new LinkedHashMap<>();
  private final Map<StreamFormat, Snapshot> snapshots = new LinkedHashMap<>();
  private boolean delivering;

  /** A whole snapshot, kept for whoever else comes while it is true. */
  private record Snapshot(HubState state, Message message) {}

  StreamLoop(ChangeStream stream, Activity activity, ServerSettings settings, EventLoop loop) {
    this.stream = stream;
    this.cursor = stream.cursor();
    this.activity = activity;
    this.heartbeatNanos = settings.heartbeat().toNanos();
    this.loop = loop;
  }

  /** Says that there is something new. Returns at once. Thread: any. */
  void wakeUp() {
    if (woken.compareAndSet(false, true)) {
      loop.run(this::advance);
    }
  }

  private void advance() {
    woken.set(false);
    Optional<List<Change>> news = cursor.advance();
    audiences.forEach((format, followers) -> deliver(news, format, followers));
  }

  private void deliver(Optional<List<Change>> news, StreamFormat format, Set<Follower> followers) {
    if (followers.isEmpty() || news.filter(List::isEmpty).isPresent()) {
      return;
    }
    HubState now = cursor.state();
    ChangeLog log = stream.log();
    delivering = true;
    if (news.isPresent()) {
      Batch batch = new Batch(news.get(), format, now.epoch());
      followers.forEach(follower -> tell(follower, () -> follower.deliver(batch, now, log)));
    } else {
      followers.forEach(follower -> tell(follower, () -> follower.missed(now, log)));
    }
    delivering = false;
    followers.removeIf(Follower::hasEnded);
  }

  /** One client whose connection fails must not keep the others from being told. */
  private static void tell(Follower follower, Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException fault) {
      Faults.ofPeer(fault);
      follower.end();
    }
  }

  /** What is true as far as this loop's clients are concerned. */
  HubState state() {
    return cursor.state();
  }

  /**
   * Begins a stream. What the client is owed is written at once; it then gets every change until
   * {@link #remove}.
   */
  Follower follow(Subscription wanted, StreamFormat format, Outlet outlet) {
    advance();
    HubState now = cursor.state();
    boolean every = wanted.mode() == Subscriber.Mode.EVERY;
    Start start =
        wanted.since().map(id -> Start.of(id, every, now, stream.log())).orElse(Start.FRESH);
    long complete =
        switch (start) {
          case Start.Fresh(Optional<ResetReason> _) -> now.sequence();
          case Start.Resumed(long sequence) -> sequence;
        };
    Subscriber subscriber = new Subscriber(wanted.filter(), wanted.mode(), complete);
    Follower follower = new Follower(subscriber, format, outlet, activity, loop);
    audiences.computeIfAbsent(format, _ -> new LinkedHashSet<>()).add(follower);
    long silence = ThreadLocalRandom.current().nextLong(heartbeatNanos);
    follower.begin(start, () -> snapshot(format, wanted.filter()), now, stream.log(), silence);
    return follower;
  }

  private Message snapshot(StreamFormat format, Filter filter) {
    HubState now = cursor.state();
    if (!filter.isAll()) {
      return new Message(format.snapshot(now, filter));
    }
    Snapshot kept = snapshots.get(format);
    if (kept == null || kept.state().sequence() != now.sequence()) {
      kept = new Snapshot(now, new Message(format.snapshot(now, filter)));
      snapshots.put(format, kept);
    }
    return kept.message();
  }

  /** Says that the client can be written to again. */
  void writable(Follower follower) {
    follower.catchUp(cursor.state(), stream.log());
  }

  /** Ends what {@link #follow} began; does nothing if it has ended. */
  void remove(Follower follower) {
    follower.end();
    Set<Follower> followers = audiences.get(follower.format());
    if (followers != null && !delivering) {
      followers.remove(follower);
    }
  }

  /** Shows every stream that was silent for a heartbeat that it is alive; called every second. */
  void sweep() {
    long nanos = loop.nanos();
    for (Set<Follower> followers : audiences.values()) {
      followers.forEach(follower -> follower.keepAlive(cursor.state(), nanos, heartbeatNanos));
    }
  }

  /** Ends all streams because the hub stops. */
  void stop() {
    for (Set<Follower> followers : audiences.values()) {
      List.copyOf(followers).forEach(Follower::stop);
      followers.clear();
    }
  }
}
