package dev.signalbox.core.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.fixture.Replica;
import dev.signalbox.core.laws.Audience.Fate;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.stream.ChangeStream;
import dev.signalbox.core.stream.Cursor;
import dev.signalbox.core.stream.ResetReason;
import dev.signalbox.core.stream.Start;
import dev.signalbox.core.stream.StreamId;
import dev.signalbox.core.stream.Subscriber;
import dev.signalbox.core.stream.Subscriber.CatchUp;
import dev.signalbox.core.stream.Subscriber.Mode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One client and the event loop that serves it, as the protocol has it. Whenever the client is
 * given an id, and whenever the hub thinks that it is complete, what it has is held against the
 * truth.
 */
final class Follower {
  private final Audience audience;
  private final ChangeStream stream;
  private final Truth truth;
  private final Cursor cursor;

  // What the client has; it outlives its connections.
  private Replica replica = new Replica();
  private String id = "";
  private long lastSeen;

  // What the hub has: the connection, if there is one.
  private @Nullable Subscriber subscriber;
  private long toldWhileLive;
  private boolean allHeld;
  private int untilCut;

  Follower(Audience audience, ChangeStream stream, Truth truth) {
    this.audience = audience;
    this.stream = stream;
    this.truth = truth;
    this.cursor = stream.cursor();
    connect();
  }

  /** Something was published. */
  void wake(Fate fate) {
    if (fate instanceof Fate.Unnoticed) {
      return;
    }
    untilCut = fate instanceof Fate.Cut(int after) ? after : Integer.MAX_VALUE;
    Optional<List<Change>> news = cursor.advance();
    Subscriber connected = subscriber;
    if (connected == null) {
      if (fate instanceof Fate.Well) {
        connect();
      }
    } else {
      news.ifPresentOrElse(
          changes -> serve(connected, changes, fate instanceof Fate.Slow),
          () -> passedBy(connected, fate instanceof Fate.Slow));
    }
    if (fate instanceof Fate.Well(boolean keepAlive) && keepAlive && subscriber != null) {
      given(complete(subscriber));
    }
  }

  /** Connects, if need be, and reads until nothing is missing. */
  void settle() {
    // Once to be told that it lagged, once to connect again, once to read.
    for (int i = 0; i < 3; i++) {
      wake(new Fate.Well(true));
    }
    Subscriber connected = Objects.requireNonNull(subscriber, "not connected again");
    assertTrue(connected.isLive());
    assertEquals(truth.end(), complete(connected));
    assertEquals(OptionalLong.empty(), truth.next(lastSeen, audience.filter()), "not all seen");
    assertEquals(truth.at(truth.end(), audience.filter()), replica);
  }

  private void serve(Subscriber connected, List<Change> news, boolean slow) {
    List<Change> selected = news.stream().filter(connected.filter()::selects).toList();
    if (connected.isLive() && slow && !selected.isEmpty()) {
      connected.fellBehind(toldWhileLive);
    }
    if (!connected.isLive()) {
      connected.held(selected.size());
      catchUp(connected, slow);
    } else if (deliver(selected)) {
      toldWhileLive = cursor.state().sequence();
      checkComplete(toldWhileLive);
    }
  }

  /** More happened than the log keeps: the changes can't be told one by one. */
  private void passedBy(Subscriber connected, boolean slow) {
    connected.fellBehind(complete(connected));
    allHeld = false;
    catchUp(connected, slow);
  }

  private void connect() {
    boolean every = audience.mode() == Mode.EVERY;
    Start start = id.isEmpty() ? Start.FRESH : Start.of(id, every, cursor.state(), stream.log());
    Subscriber connected =
        switch (start) {
          case Start.Fresh(var reset) -> fresh(reset);
          case Start.Resumed(long sequence) ->
              new Subscriber(audience.filter(), audience.mode(), sequence);
        };
    subscriber = connected;
    allHeld = false;
    catchUp(connected, false);
  }

  private Subscriber fresh(Optional<ResetReason> reset) {
    HubState now = cursor.state();
    reset.ifPresent(reason -> {
      assertEquals(ResetReason.TOO_OLD, reason);
      assertEquals(Mode.EVERY, audience.mode());
      assertFalse(stream.log().keeps(StreamId.parse(id).orElseThrow().sequence() + 1));
    });
    replica = Replica.of(now, audience.filter());
    given(now.sequence());
    lastSeen = now.sequence();
    return new Subscriber(audience.filter(), audience.mode(), now.sequence());
  }

  private void catchUp(Subscriber connected, boolean slow) {
    while (!slow && subscriber != null && !connected.isLive()) {
      long before = connected.complete();
      boolean lagged = connected.hasLagged(cursor.state(), stream.log());
      switch (connected.catchUp(cursor.state(), stream.log(), audience.most())) {
        case CatchUp.Missed missed -> take(missed, before, lagged);
        case CatchUp.Lagged(long skipped) -> {
          assertTrue(lagged, "lagged, and has not");
          assertEquals(cursor.state().sequence() - before, skipped);
          subscriber = null;
        }
      }
      if (connected.isLive()) {
        toldWhileLive = connected.complete();
        allHeld = true;
      }
    }
  }

  private void take(CatchUp.Missed missed, long before, boolean lagged) {
    assertFalse(lagged, "has lagged, and is not told");
    if (audience.mode() == Mode.EVERY) {
      assertTrue(missed.changes().size() <= audience.most());
      assertEquals(0, missed.skipped());
    } else if (allHeld) {
      long passed = truth.count(before, missed.sequence(), audience.filter());
      assertEquals(passed - missed.changes().size(), missed.skipped());
    }
    boolean whole =
        audience.mode() == Mode.EVERY ? deliver(missed.changes()) : deliverAtOnce(missed);
    if (whole && subscriber != null) {
      checkComplete(subscriber.complete());
    }
  }

  /** Each with its id; the connection may break in between. */
  private boolean deliver(List<Change> changes) {
    for (Change change : changes) {
      if (isCut()) {
        return false;
      }
      assertEquals(OptionalLong.of(change.sequence()), truth.next(lastSeen, audience.filter()));
      lastSeen = change.sequence();
      replica.apply(change);
      given(change.sequence());
    }
    return true;
  }

  /** Only the last one with an id; the connection may break in between. */
  private boolean deliverAtOnce(CatchUp.Missed missed) {
    for (Change change : missed.changes()) {
      if (isCut()) {
        return false;
      }
      replica.apply(change);
    }
    lastSeen = missed.sequence();
    given(missed.sequence());
    return true;
  }

  private boolean isCut() {
    if (untilCut-- == 0) {
      subscriber = null;
      return true;
    }
    return false;
  }

  private void given(long sequence) {
    id = new StreamId(cursor.state().epoch(), sequence).toString();
    assertEquals(truth.at(sequence, audience.filter()), replica);
  }

  private void checkComplete(long sequence) {
    assertEquals(truth.at(sequence, audience.filter()), replica);
  }

  /** A subscriber does not keep count while it is live: what it is told, all the others are too. */
  private long complete(Subscriber connected) {
    return connected.isLive() ? toldWhileLive : connected.complete();
  }
}
