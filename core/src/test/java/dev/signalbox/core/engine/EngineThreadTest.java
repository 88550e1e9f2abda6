package dev.signalbox.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.fixture.CountingDriver;
import dev.signalbox.core.fixture.FaultyDriver;
import dev.signalbox.core.fixture.FaultyDriver.Call;
import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.ChangeStream;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The engine as it runs by itself, on the real clocks. Where nothing is due it pauses for a second
 * at a time, so what takes much less than that was not found at the end of a pause.
 */
@Timeout(30)
class EngineThreadTest {
  private static final long PROMPTLY_NANOS = 700_000_000;

  private final Board toggle = Boards.toggle();
  private final ChangeStream stream = stream(toggle);
  private final StateEngine engine = engine(toggle, stream);
  private final EngineThread thread = EngineThread.start(engine);

  private static ChangeStream stream(Board board) {
    return new ChangeStream(
        InitialState.of("Hub", "e", List.of(board), SavedSettings.NONE, 0), new ChangeLog(1_000));
  }

  private static StateEngine engine(Board board, ChangeStream stream) {
    return new StateEngine(List.of(board), stream, InstantSource.system());
  }

  @AfterEach
  void end() {
    thread.close();
  }

  /** Returns once the engine's thread has nothing to do. */
  private static void awaitPause() {
    while (Thread.getAllStackTraces().keySet().stream()
        .filter(one -> one.getName().equals("state-engine"))
        .anyMatch(one -> one.getState() != Thread.State.TIMED_WAITING)) {
      Thread.onSpinWait();
    }
  }

  private Outcome ask() {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    engine.submit(CommandRequest.of(List.of(Commands.toggle("toggle/led")), outcome::complete));
    return outcome.join();
  }

  @Test
  void submit_wakesIt() {
    long start = System.nanoTime();
    for (int i = 0; i < 5; i++) {
      awaitPause();
      assertInstanceOf(Outcome.Accepted.class, ask());
    }
    assertTrue(System.nanoTime() - start < 5 * PROMPTLY_NANOS);
  }

  @Test
  void report_wakesIt() throws InterruptedException {
    ask();
    Reports reports = ((FaultyDriver) toggle.driver()).reports();
    Semaphore seen = new Semaphore(0);
    stream.listen(seen::release);
    long start = System.nanoTime();
    for (int i = 0; i < 5; i++) {
      awaitPause();
      assertTrue(reports.offer(List.of(new Report.LinkLost("cable " + i))));
      assertTrue(seen.tryAcquire(10, TimeUnit.SECONDS));
    }
    assertTrue(System.nanoTime() - start < 5 * PROMPTLY_NANOS);
  }

  @Test
  void drivers_areSteppedWhenTheyAreDue() throws InterruptedException {
    Board counter = Boards.counter();
    ChangeStream counting = stream(counter);
    CountDownLatch counted = new CountDownLatch(1);
    counting.listen(() -> {
      if (value(counting) == 2) {
        counted.countDown();
      }
    });
    try (EngineThread _ = EngineThread.start(engine(counter, counting))) {
      assertTrue(counted.await(10, TimeUnit.SECONDS));
    }
  }

  private static int value(ChangeStream stream) {
    PartAddress address = new PartAddress(Boards.COUNTER, CountingDriver.COUNTER);
    return ((Counter) stream.state().part(address).orElseThrow().part()).value();
  }

  @Test
  void close_endsItPromptly_andTheDrivers() {
    ask();
    awaitPause();
    long start = System.nanoTime();
    thread.close();
    assertTrue(System.nanoTime() - start < PROMPTLY_NANOS);
    assertEquals(1, ((FaultyDriver) toggle.driver()).calls(Call.CLOSE));
    Outcome.Rejected refused = assertInstanceOf(Outcome.Rejected.class, ask());
    assertInstanceOf(Rejection.Unavailable.class, refused.reason());
  }
}
