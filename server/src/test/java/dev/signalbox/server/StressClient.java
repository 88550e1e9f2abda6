package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * One client of a stress test: follows, is cut off wherever its bytes happen to be, leaves, stops
 * to read, reads again, comes back; and holds everything that it is told against the {@link
 * Witness}. Owned by one thread.
 */
final class StressClient {
  /** What all clients of a test have in common. */
  record Test(ServedHub hub, Witness witness, StressTally tally, String lastName) {}

  private static final int MOST_BYTES = 60_000;
  private static final int PIECE = 4 * 1024;
  private static final int SMALL_BUFFER = 4 * 1024;

  /** One of so many pieces that are read is followed by a stop, for so many changes at most. */
  private static final int STOP_ONE_IN = 40;

  private static final int LONGEST_STOP = 3_000;

  /** One of so many ids is held against the state that it stands for. */
  private static final int LOOK_ONE_IN = 20;

  private final Test test;
  private final Transport transport;
  private final StressWish wish;
  private final boolean steady;
  private final Random random;
  private final Tide told = new Tide();
  private Replica replica = new Replica();
  private long complete = -1;
  private boolean awaitsSnapshot = true;
  private boolean hasStopped;
  private boolean hasLagged;
  private boolean done;

  /**
   * @param steady whether it always reads and never goes away
   */
  StressClient(Test test, Transport transport, StressWish wish, boolean steady, long seed) {
    this.test = test;
    this.transport = transport;
    this.wish = wish;
    this.steady = steady;
    this.random = new Random(seed);
  }

  /** Up to where it is complete. Thread: any. */
  Tide told() {
    return told;
  }

  /** Follows until it is told of the end; fails with the first thing that is wrong. */
  void run() {
    try {
      while (!done) {
        try (Following stream = follow()) {
          stay(stream);
        }
      }
      // Nobody has to wait for this client any more.
      told.flood();
    } catch (AssertionError | RuntimeException wrong) {
      told.flood();
      throw new AssertionError(transport + " " + wish + " up to " + complete, wrong);
    }
  }

  private Following follow() {
    hasStopped = false;
    test.tally().streams.increment();
    int port = test.hub().port();
    boolean small = !steady && random.nextBoolean();
    RawConnection connection = new RawConnection(port, small ? SMALL_BUFFER : 0);
    return transport.follow(connection, wish.query(), replica.id());
  }

  private void stay(Following stream) {
    int bytes = random.nextInt(MOST_BYTES);
    boolean ended = false;
    while (!done && !ended) {
      boolean leaves = !steady && !test.witness().isEnding();
      if (leaves && bytes <= 0) {
        leave(stream);
        return;
      }
      int count = stream.read(leaves ? Math.min(bytes, PIECE) : PIECE);
      bytes -= count;
      takeAll(stream);
      ended = count < 0 || stream.hasEndedProperly();
      if (leaves && random.nextInt(STOP_ONE_IN) == 0) {
        stopReading();
      }
    }
  }

  private void leave(Following stream) {
    test.tally().cuts.increment();
    if (random.nextBoolean()) {
      stream.cut();
    }
  }

  private void stopReading() {
    hasStopped = true;
    test.tally().stops.increment();
    long until = test.witness().sequence() + random.nextInt(LONGEST_STOP);
    test.witness().pause(until);
  }

  private void takeAll(Following stream) {
    for (Optional<Told> next = stream.poll(); next.isPresent(); next = stream.poll()) {
      take(next.get());
    }
  }

  private void take(Told next) {
    switch (next.kind()) {
      case "hello", "retry" -> {}
      case "snapshot" -> snapshot(next);
      case "change" -> change(next);
      case "id" -> reached(next);
      case "reset" -> reset(next);
      case "lagged" -> lagged();
      case "close" -> closed(next);
      default -> throw new AssertionError("told " + next);
    }
  }

  private void snapshot(Told snapshot) {
    assertTrue(awaitsSnapshot, "a snapshot for one that was to go on");
    awaitsSnapshot = false;
    reached(snapshot);
  }

  private void reset(Told reset) {
    assertTrue(wish.every(), "reset though it follows the latest");
    assertEquals("too-old", reset.data().at("reason").text());
    test.tally().resets.increment();
    awaitsSnapshot = true;
  }

  private void lagged() {
    assertTrue(wish.every(), "lagged though it follows the latest");
    hasLagged = true;
    test.tally().lagged.increment();
  }

  private void closed(Told close) {
    long code = close.data().number();
    assertTrue(code == 4408 ? hasLagged : code == 1013 && hasStopped, "closed with " + code);
  }

  private void change(Told change) {
    test.tally().changes.increment();
    assertTrue(!awaitsSnapshot, "a change before the snapshot");
    Doc skipped = change.data().at("skipped");
    if (!skipped.isMissing()) {
      assertTrue(!wish.every(), "folded: " + change);
      test.tally().folded.add(skipped.number());
    }
    if (wish.every()) {
      isTheNext(change);
      complete = change.sequence();
    }
    if (change.id().isPresent()) {
      reached(change);
    } else {
      replica.take(change);
    }
  }

  /** What an <em>every</em> client is told is the next change that it wants, and the only one. */
  private void isTheNext(Told change) {
    Witness.Noted next =
        test.witness()
            .next(wish, complete, change.sequence())
            .orElseThrow(() -> new AssertionError("told again, or not selected: " + change));
    Doc data = change.data();
    String part = data.at("part").isMissing() ? "" : data.at("part").text();
    assertEquals(next.board() + "/" + next.part(), data.at("board").text() + "/" + part);
    assertEquals(next.at(), data.at("at").number());
    Optional<Witness.Noted> missed = test.witness().next(wish, next.sequence(), change.sequence());
    assertEquals(Optional.empty(), missed, "missed before " + change);
  }

  /** It has an id: it has all that the id stands for. */
  private void reached(Told with) {
    replica.take(with);
    long sequence = with.sequence();
    assertTrue(sequence >= complete, "an id that goes back: " + with);
    if (wish.every() && with.is("id")) {
      assertEquals(Optional.empty(), test.witness().next(wish, complete, sequence), "missed");
    }
    complete = sequence;
    told.riseTo(sequence);
    boolean isLast = test.witness().isEnding() && isLast();
    if (isLast || random.nextInt(LOOK_ONE_IN) == 0) {
      look(isLast);
    }
    done = isLast;
  }

  private boolean isLast() {
    Map<String, ?> boards = replica.boards().copy();
    return boards.values().stream()
        .allMatch(board -> new Doc(board).at("name").value().equals(test.lastName()));
  }

  private void look(boolean mustBeKnown) {
    Optional<Doc> then = test.witness().boards(complete);
    assertTrue(then.isPresent() || !mustBeKnown, "the end is forgotten");
    then.ifPresent(boards -> {
      test.tally().looks.increment();
      assertEquals(wish.of(boards), replica.boards(), "at " + complete);
    });
  }
}
