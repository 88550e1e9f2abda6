package dev.signalbox.core.engine;

import static dev.signalbox.core.fixture.Commands.toggle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.ChangeStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits for a turn, and what is refused at once. */
class QueueTest {
  private static final int ROUNDS = 8_000;
  private static final int EACH = 50;

  private final Rig rig = Rig.of(Boards.toggle());
  private final List<Outcome> outcomes = new ArrayList<>();

  private void submit() {
    rig.engine().submit(CommandRequest.of(List.of(toggle("toggle/led")), outcomes::add));
  }

  private static void assertUnavailable(Outcome outcome) {
    Outcome.Rejected rejected = assertInstanceOf(Outcome.Rejected.class, outcome);
    assertInstanceOf(Rejection.Unavailable.class, rejected.reason());
  }

  @Test
  void submit_moreThanCanWait_isRefusedAtOnce() {
    for (int i = 0; i < StateEngine.MOST_REQUESTS; i++) {
      submit();
    }
    assertEquals(List.of(), outcomes);
    submit();
    assertUnavailable(outcomes.getFirst());
    for (int turns = 0; turns < 10; turns++) {
      rig.turn();
    }
    assertEquals(StateEngine.MOST_REQUESTS + 1, outcomes.size());
    assertEquals(StateEngine.MOST_REQUESTS, rig.state().sequence());
    submit();
    rig.turn();
    assertInstanceOf(Outcome.Accepted.class, outcomes.getLast());
  }

  @Test
  void submit_manyAtOnce_areCarriedOutInOrder() {
    for (int i = 0; i < 300; i++) {
      submit();
    }
    rig.turn();
    assertTrue(rig.engine().hasInbound());
    assertTrue(outcomes.size() < 300, "a turn is bounded");
    rig.turn();
    assertEquals(300, outcomes.size());
    for (int i = 0; i < 300; i++) {
      assertEquals(i + 1, assertInstanceOf(Outcome.Accepted.class, outcomes.get(i)).sequence());
    }
  }

  @Test
  void submit_afterTheEnd_isRefusedAtOnce() {
    rig.engine().close();
    submit();
    assertUnavailable(outcomes.getFirst());
  }

  @Test
  void close_refusesWhatWaits() {
    submit();
    submit();
    rig.engine().close();
    assertEquals(2, outcomes.size());
    outcomes.forEach(QueueTest::assertUnavailable);
  }

  @Test
  @Timeout(30)
  void submit_whileTheEngineEnds_isAnsweredOnceAllTheSame() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    try (ExecutorService submitter = Executors.newSingleThreadExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        ChangeStream stream = new ChangeStream(rig.state(), new ChangeLog(1));
        StateEngine engine = new StateEngine(List.of(), stream, rig.clock());
        AtomicInteger answers = new AtomicInteger();
        CommandRequest request =
            CommandRequest.of(List.of(toggle("toggle/led")), _ -> answers.incrementAndGet());
        Future<?> submitted = submitter.submit(() -> submit(EACH, request, engine, barrier));
        barrier.await();
        engine.close();
        submitted.get();
        assertEquals(EACH, answers.get());
      }
    }
  }

  private static Void submit(
      int times, CommandRequest request, StateEngine engine, CyclicBarrier barrier)
      throws Exception {
    barrier.await();
    for (int i = 0; i < times; i++) {
      engine.submit(request);
    }
    return null;
  }

  @Test
  void answer_thatThrows_holdsUpNobody() {
    rig.engine()
        .submit(
            CommandRequest.of(
                List.of(toggle("toggle/led")),
                _ -> {
                  throw new IllegalStateException("gone");
                }));
    submit();
    rig.turn();
    assertEquals(1, outcomes.size());
    assertEquals(2, rig.state().sequence());
  }

  @Test
  void answer_isGivenAfterItsChangesArePublic() {
    List<Boolean> lit = new ArrayList<>();
    rig.engine()
        .submit(
            CommandRequest.of(
                List.of(toggle("toggle/led")),
                _ -> lit.add(rig.part("toggle", "led", Led.class).lit())));
    rig.turn();
    assertEquals(List.of(true), lit);
  }

  @Test
  void step_withNothingToDo_publishesNothing() {
    assertEquals(Driver.NEVER, rig.pass(10_000));
    assertEquals(List.of(), rig.published());
  }

  @Test
  void step_returnsWhenTheNextTurnIsDue() {
    Rig counting = Rig.of(Boards.counter(), Boards.toggle());
    long start = counting.clock().nanos();
    assertEquals(start + 500_000_000, counting.pass(100));
    assertEquals(start + 1_000_000_000, counting.pass(400));
  }
}
