package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The engine publishes while the event loop looks, in two threads that meet again and again: the
 * short form of what jcstress does in {@code ./stress}.
 */
class HandOverTest {
  private static final int MEETINGS = 3_000;

  /** How far apart the two begin at most, in turns of a loop that does nothing. */
  private static final int FARTHEST = 400;

  /** After that many turns the other is taken to need this processor. */
  private static final int PATIENCE = 5_000;

  private final AtomicInteger arrived = new AtomicInteger();

  @ParameterizedTest
  @EnumSource
  void meetings_keepTheLaws(Meeting meeting) {
    List<SteppedLoop> loops = Stream.generate(meeting::begin).limit(MEETINGS).toList();
    CompletableFuture<Void> engine =
        CompletableFuture.runAsync(
            () -> meet(loops, 1, meeting::engine), task -> Thread.ofPlatform().start(task));
    meet(loops, -1, meeting::eventLoop);
    engine.join();
    for (SteppedLoop loop : loops) {
      assertEquals(List.of(), meeting.end(loop), () -> "told " + loop.client());
    }
  }

  /** One side of all meetings; if it fails, the other is not kept waiting. */
  private void meet(List<SteppedLoop> loops, int side, Consumer<SteppedLoop> deed) {
    try {
      for (int i = 0; i < MEETINGS; i++) {
        awaitOther(i);
        idle(side * head(i));
        deed.accept(loops.get(i));
      }
    } finally {
      arrived.addAndGet(2 * MEETINGS);
    }
  }

  private void awaitOther(int index) {
    arrived.incrementAndGet();
    for (int turns = 0; arrived.get() < 2 * (index + 1); turns++) {
      if (turns < PATIENCE) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(1);
      }
    }
  }

  /** How much later than the event loop the engine begins: each number in its turn. */
  private static int head(int index) {
    return index * 7 % (2 * FARTHEST) - FARTHEST;
  }

  private static void idle(int turns) {
    for (int i = 0; i < turns; i++) {
      Thread.onSpinWait();
    }
  }
}
