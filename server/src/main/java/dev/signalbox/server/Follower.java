package dev.signalbox.server;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.ResetReason;
import dev.signalbox.core.stream.Start;
import dev.signalbox.core.stream.StreamId;
import dev.signalbox.core.stream.Subscriber;
import dev.signalbox.core.stream.Subscriber.CatchUp;
import dev.signalbox.wire.StreamFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One client that follows. Owned by its event loop.
 *
 * <p>While its outlet can be written, its {@link Selection} tells it every change as it happens.
 * When it can't, nothing is queued; {@link #catchUp} gives it what it missed once it can again.
 */
final class Follower {
  /** The place of one that is not told what happens. */
  static final int NOWHERE = -1;

  private static final int CATCH_UP_CHANGES = 256;

  private final Subscriber subscriber;
  private final StreamFormat format;
  private final Selection selection;
  private final Outlet outlet;
  private final Activity activity;
  private int place = NOWHERE;
  private long counted;
  private long lastSentNanos;
  private boolean ended;

  Follower(
      Subscriber subscriber,
      StreamFormat format,
      Selection selection,
      Outlet outlet,
      Activity activity) {
    this.subscriber = subscriber;
    this.format = format;
    this.selection = selection;
    this.outlet = outlet;
    this.activity = activity;
  }

  Outlet outlet() {
    return outlet;
  }

  Selection selection() {
    return selection;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Where its selection keeps it among those who keep up; the selection's business. */
  int place() {
    return place;
  }

  void place(int among) {
    place = among;
  }

  /**
   * Begins the stream.
   *
   * @param lastSentNanos when the last message is taken to have been, so that not everyone's
   *     keep-alive comes at once
   */
  void begin(Start start, HubState now, ChangeLog log, long lastSentNanos) {
    counted = selection.selected();
    switch (start) {
      case Start.Fresh(Optional<ResetReason> reset) -> {
        reset.ifPresent(reason -> send(List.of(format.reset(reason))));
        outlet.write(selection.snapshot(now));
        activity.sent(1);
        catchUp(now, log);
      }
      case Start.Resumed _ -> {
        boolean told = catchUp(now, log);
        if (!told && subscriber.isLive()) {
          send(List.of(format.keepAlive(StreamId.of(now))));
        }
      }
    }
    this.lastSentNanos = lastSentNanos;
  }

  /**
   * Says that it can't be written to.
   *
   * @param complete up to where it was told everything
   * @param selectedThen how many changes its selection had selected by then
   */
  void fellBehind(long complete, long selectedThen) {
    subscriber.fellBehind(complete);
    counted = selectedThen;
  }

  /**
   * Gives it what it missed, as far as it can be written.
   *
   * @return whether it was told anything
   */
  boolean catchUp(HubState now, ChangeLog log) {
    boolean told = false;
    while (!ended && !subscriber.isLive() && outlet.isWritable()) {
      subscriber.held(selection.selected() - counted);
      counted = selection.selected();
      switch (subscriber.catchUp(now, log, CATCH_UP_CHANGES)) {
        case CatchUp.Missed missed -> told |= tell(missed, now);
        case CatchUp.Lagged(long skipped) -> lagged(skipped);
      }
      if (subscriber.isLive()) {
        selection.keepsUp(this);
      }
    }
    return told;
  }

  private boolean tell(CatchUp.Missed missed, HubState now) {
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
    return !messages.isEmpty();
  }

  /** Ends the stream of one who wants every change and missed some that are no longer kept. */
  void endIfLagged(HubState now, ChangeLog log) {
    if (!ended && place == NOWHERE && subscriber.hasLagged(now, log)) {
      lagged(now.sequence() - subscriber.complete());
    }
  }

  private void lagged(long skipped) {
    send(List.of(format.lagged(skipped)));
    activity.fellOut();
    ended = true;
    outlet.endLagged();
  }

  /** Shows that the stream is alive, if it was silent for long. */
  void keepAlive(HubState now, long nanos, long heartbeatNanos) {
    if (!ended && nanos - lastSentNanos >= heartbeatNanos && outlet.isWritable()) {
      lastSentNanos = nanos;
      send(List.of(format.keepAlive(StreamId.of(now))));
    }
  }

  /** Says that its client is gone, or follows something else. */
  void end() {
    ended = true;
  }

  void stop() {
    ended = true;
    outlet.endStopping();
  }

  private void send(List<byte[]> messages) {
    if (!messages.isEmpty()) {
      try (Message message = new Message(messages)) {
        outlet.write(message);
      }
      activity.sent(messages.size());
    }
  }
}
