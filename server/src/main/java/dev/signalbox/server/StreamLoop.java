package dev.signalbox.server;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.stream.ChangeStream;
import dev.signalbox.core.stream.Cursor;
import dev.signalbox.core.stream.Pacing;
import dev.signalbox.core.stream.ResetReason;
import dev.signalbox.core.stream.Start;
import dev.signalbox.core.stream.Subscriber;
import dev.signalbox.wire.StreamFormat;
import dev.signalbox.wire.Subscription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final long NANOS_PER_MS = 1_000_000;

  // Any thread.
  private final AtomicBoolean woken = new AtomicBoolean();
  private final EventLoop loop;

  // The event loop.
  private final ChangeStream stream;
  private final Cursor cursor;
  private final Activity activity;
  private final long heartbeatNanos;
  private final long coalesceMs;
  private final Map<StreamFormat, Audience> audiences = new LinkedHashMap<>();
  private long timerDue = Pacing.NEVER;

  StreamLoop(ChangeStream stream, Activity activity, ServerSettings settings, EventLoop loop) {
    this.stream = stream;
    this.cursor = stream.cursor();
    this.activity = activity;
    this.heartbeatNanos = settings.heartbeat().toNanos();
    this.coalesceMs = settings.streaming().coalesce().toMillis();
    this.loop = loop;
  }

  /** Says that there is something new. Returns at once. Thread: any. */
  void wakeUp() {
    if (woken.compareAndSet(false, true)) {
      loop.run(coalesceMs == 0 ? this::advance : this::advanceLater);
    }
  }

  /** Lets others come that go out with what has come. */
  private void advanceLater() {
    loop.context().owner().setTimer(coalesceMs, _ -> advance());
  }

  private void advance() {
    woken.set(false);
    Optional<List<Change>> news = cursor.advance();
    if (news.filter(List::isEmpty).isEmpty()) {
      long nanos = loop.nanos();
      audiences
          .values()
          .forEach(audience -> audience.deliver(news, cursor.state(), stream.log(), nanos));
      arm(nanos);
    }
  }

  /** Sets the timer for when something that was held back is due. */
  private void arm(long nanos) {
    long due = Pacing.NEVER;
    for (Audience audience : audiences.values()) {
      due = Math.min(due, audience.nextDue());
    }
    if (due < timerDue) {
      timerDue = due;
      long ms = Math.max(1, Math.ceilDiv(due - nanos, NANOS_PER_MS));
      loop.context().owner().setTimer(ms, _ -> due());
    }
  }

  private void due() {
    timerDue = Pacing.NEVER;
    advance();
    long nanos = loop.nanos();
    audiences.values().forEach(audience -> audience.due(cursor.state(), nanos));
    arm(nanos);
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
    Selection selection =
        audiences
            .computeIfAbsent(format, _ -> new Audience(format, activity))
            .selection(new Selection.Wanted(wanted.filter(), wanted.pace()), now);
    Follower follower = new Follower(subscriber, format, selection, outlet, activity);
    selection.add(follower);
    long silence = ThreadLocalRandom.current().nextLong(heartbeatNanos);
    follower.begin(start, now, stream.log(), loop.nanos() - silence);
    return follower;
  }

  /** Says that the client can be written to again. */
  void writable(Follower follower) {
    follower.catchUp(cursor.state(), stream.log());
  }

  /** Ends what {@link #follow} began; does nothing if it has ended. */
  void remove(Follower follower) {
    follower.end();
    follower.selection().remove(follower);
  }

  /** Shows every stream that was silent for a heartbeat that it is alive; called every second. */
  void sweep() {
    long nanos = loop.nanos();
    audiences
        .values()
        .forEach(audience -> audience.sweep(cursor.state(), stream.log(), nanos, heartbeatNanos));
  }

  /** Ends all streams because the hub stops. */
  void stop() {
    audiences.values().forEach(Audience::stop);
  }
}
