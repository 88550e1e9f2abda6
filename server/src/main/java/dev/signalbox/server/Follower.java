package dev.signalbox.server;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.ResetReason;
import dev.signalbox.core.stream.Start;
import dev.signalbox.core.stream.StreamId;
import dev.signalbox.core.stream.Subscriber;
import dev.signalbox.core.stream.Subscriber.CatchUp;
import dev.signalbox.wire.StreamFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One client that follows: what it has been given, and how it is told. Owned by its event loop.
 *
 * <p>While its outlet can be written, it gets every change as it happens. When it can't, nothing is
 * queued; {@link #catchUp} gives it what it missed once it can again.
 */
final class Follower {
  private static final int CATCH_UP_CHANGES = 256;

  private final Subscriber subscriber;
  private final StreamFormat format;
  private final Outlet outlet;
  private final Activity activity;
  private final EventLoop loop;
  private long lastSentNanos;
  private long messages;
  private boolean ended;

  Follower(
      Subscriber subscriber,
      StreamFormat format,
      Outlet outlet,
      Activity activity,
      EventLoop loop) {
    this.subscriber = subscriber;
    this.format = format;
    this.outlet = outlet;
    this.activity = activity;
    this.loop = loop;
  }

  StreamFormat format() {
    return format;
  }

  Filter filter() {
    return subscriber.filter();
  }

  boolean hasEnded() {
    return ended;
  }

  /**
   * Begins the stream.
   *
   * @param silenceNanos how long ago the last message is taken to have been, so that not everyone's
   *     keep-alive comes at once
   */
  void begin(
      Start start, Supplier<Message> snapshot, HubState now, ChangeLog log, long silenceNanos) {
    switch (start) {
      case Start.Fresh(Optional<ResetReason> reset) -> {
        reset.ifPresent(reason -> send(format.reset(reason)));
        send(snapshot.get());
        catchUp(now, log);
      }
      case Start.Resumed _ -> {
        catchUp(now, log);
        if (messages == 0 && subscriber.isLive()) {
          send(keepAlive(now));
        }
      }
    }
    lastSentNanos = loop.nanos() - silenceNanos;
  }

  /** Gives it the changes up to {@code now} that it follows, or remembers that it missed them. */
  void deliver(Message changes, HubState now, ChangeLog log, long nanos) {
    if (subscriber.isLive() && (changes.count() == 0 || outlet.isWritable())) {
      subscriber.delivered(now.sequence());
      if (changes.count() > 0) {
        lastSentNanos = nanos;
        send(changes);
      }
      return;
    }
    subscriber.fellBehind();
    subscriber.held(changes.count());
    if (subscriber.hasLagged(now, log)) {
      lagged(now.sequence() - subscriber.complete());
    }
  }

  /** Says that changes passed which can't be told one by one. */
  void missed(HubState now, ChangeLog log) {
    subscriber.fellBehind();
    catchUp(now, log);
  }

  /** Gives it what it missed, as far as it can be written. */
  void catchUp(HubState now, ChangeLog log) {
    while (!ended && !subscriber.isLive() && outlet.isWritable()) {
      switch (subscriber.catchUp(now, log, CATCH_UP_CHANGES)) {
        case CatchUp.Missed missed -> tell(missed, now);
        case CatchUp.Lagged(long skipped) -> lagged(skipped);
      }
    }
  }

  private void tell(CatchUp.Missed missed, HubState now) {
    List<Change> changes = missed.changes();
    boolean each = subscriber.mode() == Subscriber.Mode.EVERY;
    List<byte[]> messages = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      boolean last = i == changes.size() - 1;
      long upTo = last ? missed.sequence() : changes.get(i).sequence();
      Optional<StreamId> id =
          last || each ? Optional.of(new StreamId(now.epoch(), upTo)) : Optional.empty();
      messages.add(format.change(changes.get(i), id, last ? missed.skipped() : 0));
    }
    send(messages);
  }

  private void lagged(long skipped) {
    send(format.lagged(skipped));
    ended = true;
    outlet.endLagged();
  }

  /** Shows that the stream is alive, if it was silent for long and nothing waits. */
  void keepAlive(HubState now, long nanos, long heartbeatNanos) {
    if (subscriber.isLive() && outlet.isWritable() && nanos - lastSentNanos >= heartbeatNanos) {
      send(keepAlive(now));
    }
  }

  private byte[] keepAlive(HubState now) {
    return format.keepAlive(StreamId.of(now));
  }

  /** Says that its client is gone, or follows something else. */
  void end() {
    ended = true;
  }

  void stop() {
    ended = true;
    outlet.endStopping();
  }

  private void send(byte[] message) {
    send(List.of(message));
  }

  private void send(List<byte[]> several) {
    if (several.isEmpty()) {
      return;
    }
    lastSentNanos = loop.nanos();
    try (Message message = new Message(several)) {
      send(message);
    }
  }

  private void send(Message message) {
    outlet.write(message);
    messages += message.count();
    activity.sent(message.count());
  }
}
