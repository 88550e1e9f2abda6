package dev.signalbox.server;

import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.CommandRequest;
import dev.signalbox.core.engine.EngineThread;
import dev.signalbox.core.engine.InitialState;
import dev.signalbox.core.engine.StateEngine;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.ChangeStream;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.StreamId;
import dev.signalbox.wire.Encoding;
import dev.signalbox.wire.StateJson;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A whole hub behind a real socket, for tests: the boards {@code counter}, {@code toggle}, {@code
 * yard} and {@code far}, which change only when a command or {@link #report} says so.
 */
final class ServedHub implements AutoCloseable {
  private static final Command NOTHING = new Command.ResetBoard(new BoardId("no-such-board"));

  private final PuppetBoards puppets;
  private final EngineThread thread;
  private final StateEngine engine;
  private final HubServer server;

  ServedHub() {
    this(settings(ServerSettings.DEFAULT.limits()));
  }

  ServedHub(ServerSettings settings) {
    this(settings, ChangeLog.DEFAULT_CAPACITY);
  }

  ServedHub(ServerSettings settings, int logCapacity) {
    this(settings, logCapacity, new PuppetBoards(), Mounts.NONE);
  }

  /** With dialects, and the board {@code sensors} for one of them. */
  ServedHub(ServerSettings settings, Mounts mounts) {
    this(settings, ChangeLog.DEFAULT_CAPACITY, PuppetBoards.withSensors(), mounts);
  }

  private ServedHub(ServerSettings settings, int logCapacity, PuppetBoards puppets, Mounts mounts) {
    this.puppets = puppets;
    List<Board> boards = puppets.boards();
    String epoch = StreamId.epoch(new SecureRandom().nextLong());
    long now = InstantSource.system().millis();
    ChangeStream stream =
        new ChangeStream(
            InitialState.of("Test hub", epoch, boards, SavedSettings.NONE, now),
            new ChangeLog(logCapacity));
    engine = new StateEngine(boards, stream, InstantSource.system());
    thread = EngineThread.start(engine);
    settle();
    server = serve(settings, mounts);
  }

  private HubServer serve(ServerSettings settings, Mounts mounts) {
    try {
      return HubServer.start(engine, settings, StaticFiles.NONE, "test", mounts);
    } catch (CannotListenException fault) {
      throw new AssertionError(fault);
    }
  }

  /** A free port of the loopback address, these limits, and no heartbeat while a test goes on. */
  static ServerSettings settings(Limits limits) {
    return settings(limits, Duration.ofMinutes(10));
  }

  /** Those settings with a heartbeat of a second, the shortest there is. */
  static ServerSettings quickHeart(Limits limits) {
    return settings(limits, Duration.ofSeconds(1));
  }

  private static ServerSettings settings(Limits limits, Duration heartbeat) {
    return new ServerSettings("127.0.0.1", 0, Set.of(), Set.of(), streaming(heartbeat), limits);
  }

  /** As it is usual, but with two event loops however small the machine is. */
  static Streaming streaming(Duration heartbeat) {
    Streaming usual = Streaming.DEFAULT;
    return new Streaming(heartbeat, usual.coalesce(), usual.deflate(), usual.transport(), 2);
  }

  /** Limits that no test reaches by accident. */
  static Limits generous() {
    return new Limits(12_000, 10_000, 1_000_000, Duration.ofSeconds(15));
  }

  /** Has the board's driver report these together. */
  void report(String board, Report... reports) {
    if (!puppets.offer(board, reports)) {
      throw new IllegalStateException("the engine took no report of '" + board + "'");
    }
  }

  /** Has the board's driver report these together as soon as the engine takes them. */
  void reportPatiently(String board, Report... reports) {
    while (!puppets.offer(board, reports)) {
      settle();
    }
  }

  /** Returns when the engine has taken in everything that was handed to it before. */
  void settle() {
    // The turn that answers the first may have taken in the reports before the last of them came.
    takeTurn();
    takeTurn();
  }

  private void takeTurn() {
    CompletableFuture<Outcome> answered = new CompletableFuture<>();
    engine.submit(CommandRequest.of(List.of(NOTHING), answered::complete));
    try {
      answered.get(10, TimeUnit.SECONDS);
    } catch (ExecutionException | InterruptedException | TimeoutException fault) {
      throw new AssertionError("the engine does not settle", fault);
    }
  }

  /** What is true, everything included that was handed in before. */
  HubState state() {
    settle();
    return engine.stream().state();
  }

  /** The id of {@link #state}. */
  String id() {
    return StreamId.of(state()).toString();
  }

  /** {@link #state} as a client is told it: the value of {@code boards}. */
  Doc truth() {
    return Doc.of(
            new String(StateJson.hub(state(), Filter.ALL, Encoding.JSON), StandardCharsets.UTF_8))
        .at("boards");
  }

  /** Returns once {@code holds}; looks again after each turn of the engine, for 10 s at most. */
  void await(String what, BooleanSupplier holds) {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > giveUp) {
        throw new AssertionError("in vain for 10 s: " + what);
      }
      settle();
    }
  }

  /** Keeps the engine from taking turns until the answer is closed. */
  Held holdEngine() {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    engine.submit(
        CommandRequest.of(
            List.of(NOTHING),
            _ -> {
              held.countDown();
              wait(release);
            }));
    wait(held);
    return release::countDown;
  }

  /** An engine that stands still. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  private static void wait(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new AssertionError("in vain for 10 s");
      }
    } catch (InterruptedException fault) {
      throw new AssertionError(fault);
    }
  }

  /** Ends the engine, so that it takes nothing any more; the server goes on. */
  void stopEngine() {
    thread.close();
  }

  /** The parts that were pressed since the last {@link #reset}, in order. */
  List<String> pressed() {
    return List.copyOf(puppets.pressed());
  }

  /** Puts all settings back, and returns the sequence number from where it goes on. */
  long reset() {
    puppets.pressed().clear();
    List<Command> resets = new ArrayList<>();
    puppets.boards().forEach(board -> resets.add(new Command.ResetBoard(board.spec().id())));
    engine.submit(CommandRequest.of(resets, _ -> {}));
    return state().sequence();
  }

  /** Asks once, over a connection of its own. */
  Answer ask(Ask ask) {
    return RawHttp.ask(port(), ask);
  }

  /** Sets the counter as its driver would. */
  void count(int value) {
    report("counter", counted(value));
  }

  /** Sets the counter as soon as the engine takes it. */
  void countPatiently(int value) {
    reportPatiently("counter", counted(value));
  }

  private static Report counted(int value) {
    return Report.Observed.of(new PartId("counter"), "value", value);
  }

  HubServer server() {
    return server;
  }

  StateEngine engine() {
    return engine;
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    thread.close();
  }
}
