package dev.signalbox.server;

import dev.signalbox.core.engine.CommandRequest;
import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.engine.StateEngine;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.stream.Cursor;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.Latest;
import dev.signalbox.wire.Problem;
import dev.signalbox.wire.dialect.Answer;
import dev.signalbox.wire.dialect.Client;
import dev.signalbox.wire.dialect.Device;
import dev.signalbox.wire.dialect.Dialect;
import dev.signalbox.wire.dialect.Heard;
import dev.signalbox.wire.dialect.Outbox;
import dev.signalbox.wire.dialect.Payload;
import dev.signalbox.wire.dialect.Request;
import dev.signalbox.wire.dialect.Route;
import dev.signalbox.wire.dialect.Situation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Runs one dialect: brings it requests, clients, changes and time, all on one event loop, and
 * brings what it says to its clients on theirs. Owned by that loop; the methods that any thread may
 * call say so.
 */
final class DialectHost implements Outbox {
  private static final AtomicLong CLIENT_NUMBERS = new AtomicLong();
  private static final long NANOS_PER_MS = 1_000_000;

  // Any thread.
  private final EventLoop loop;
  private final AtomicBoolean woken = new AtomicBoolean();
  private final Runnable wakeUp = this::wakeUp;
  private final List<Route> routes;

  // The dialect's loop.
  private final Dialect dialect;
  private final Device device;
  private final StateEngine engine;
  private final Cursor cursor;
  private final Map<Client, DialectAudience> audiences = new HashMap<>();
  private final Map<EventLoop, DialectAudience> byLoop = new LinkedHashMap<>();
  private boolean posted;
  private long timerDue = Dialect.NEVER;
  private long timer = -1;

  /**
   * @param loop on which the dialect runs
   */
  DialectHost(Dialect dialect, Device device, StateEngine engine, EventLoop loop) {
    this.dialect = dialect;
    this.routes = List.copyOf(dialect.routes());
    this.device = device;
    this.engine = engine;
    this.loop = loop;
    this.cursor = engine.stream().cursor();
  }

  /** What the dialect answers. Thread: any. */
  List<Route> routes() {
    return routes;
  }

  /** How the dialect words a refusal of the server's own. Thread: any. */
  Answer.Reply refusal(Problem problem) {
    return dialect.refusal(problem.status(), problem.detail());
  }

  /** Begins to follow the changes and the time. Thread: any. */
  void start() {
    engine.stream().listen(wakeUp);
    loop.run(this::arm);
  }

  private void wakeUp() {
    if (woken.compareAndSet(false, true)) {
      loop.run(this::advance);
    }
  }

  private void advance() {
    woken.set(false);
    long before = cursor.state().sequence();
    Optional<List<Change>> news = cursor.advance();
    List<Change> changes = news.orElseGet(() -> Latest.since(before, cursor.state(), Filter.ALL));
    if (!changes.isEmpty()) {
      posted = false;
      dialect.changed(changes, situation(), this);
      if (posted) {
        byLoop.values().forEach(audience -> audience.postComplete(sequence()));
      }
      arm();
    }
  }

  private Situation situation() {
    return new Situation(cursor.state(), new Moment(loop.nanos(), loop.epochMs()), device);
  }

  /** Sets the timer for when the dialect is next due. */
  private void arm() {
    long due = dialect.nextDue();
    if (due == timerDue) {
      return;
    }
    if (timer >= 0) {
      loop.context().owner().cancelTimer(timer);
      timer = -1;
    }
    timerDue = due;
    if (due != Dialect.NEVER) {
      long ms = Math.max(1, Math.ceilDiv(due - loop.nanos(), NANOS_PER_MS));
      timer = loop.context().owner().setTimer(ms, _ -> loop.run(this::due));
    }
  }

  private void due() {
    timer = -1;
    timerDue = Dialect.NEVER;
    advance();
    if (dialect.nextDue() - loop.nanos() <= 0) {
      dialect.due(situation(), this);
    }
    arm();
  }

  /**
   * Answers a request. Thread: any.
   *
   * @param answered told a {@code Reply} or a {@code Follow}, on the dialect's loop
   */
  void answer(Request request, Consumer<Answer> answered) {
    loop.run(() -> {
      advance();
      switch (dialect.answer(request, situation())) {
        case Answer.Carry(var commands, var then) ->
            carry(commands, outcome -> answered.accept(then.apply(outcome, this)));
        case Answer.Reply reply -> answered.accept(reply);
        case Answer.Follow follow -> answered.accept(follow);
      }
      arm();
    });
  }

  private void carry(List<Command> commands, Consumer<Outcome> then) {
    engine.submit(CommandRequest.of(commands, outcome -> loop.run(() -> tell(outcome, then))));
  }

  private void tell(Outcome outcome, Consumer<Outcome> then) {
    advance();
    then.accept(outcome);
    arm();
  }

  /**
   * Decides whether a WebSocket is taken. Thread: any.
   *
   * @param decided told why not, or empty, on the dialect's loop
   */
  void admits(Request request, Consumer<Optional<String>> decided) {
    loop.run(() -> decided.accept(dialect.refuses(request, situation())));
  }

  /** Begins a client's stream, on the client's loop. */
  @FunctionalInterface
  interface Beginning {
    /**
     * Before anything is written to the client.
     *
     * @param complete the sequence number of what is true when it comes
     */
    void of(Client client, long complete);
  }

  /** A client's stream begins; on the dialect's loop. */
  void join(String address, String path, DialectAudience audience, Beginning begin) {
    Client client = new Client(CLIENT_NUMBERS.incrementAndGet(), address, path);
    long complete = sequence();
    audiences.put(client, audience);
    audience.run(() -> begin.of(client, complete));
    dialect.joined(client, situation(), this);
    arm();
  }

  /** The audience of this dialect on {@code on}; on the dialect's loop. */
  DialectAudience audience(EventLoop on, Activity activity) {
    return byLoop.computeIfAbsent(
        on,
        _ ->
            new DialectAudience(
                on,
                loop,
                activity,
                (client, complete) -> loop.run(() -> catchUp(client, complete))));
  }

  private void catchUp(Client client, long complete) {
    DialectAudience audience = audiences.get(client);
    if (audience != null) {
      audience.postCatchUp(client, dialect.catchUp(client, complete, situation()), sequence());
      arm();
    }
  }

  /** A client's stream has ended. Thread: any. */
  void left(Client client) {
    loop.run(() -> {
      if (audiences.remove(client) != null) {
        dialect.left(client, situation(), this);
        arm();
      }
    });
  }

  /**
   * A client said something. Thread: any.
   *
   * @param done told once it has been dealt with, on the dialect's loop
   */
  void heard(Client client, String text, Runnable done) {
    loop.run(() -> {
      advance();
      switch (dialect.heard(client, text, situation())) {
        case Heard.Nothing _ -> done.run();
        case Heard.Say(Payload message) -> {
          to(client, message);
          done.run();
        }
        case Heard.Carry(var commands, var then) ->
            carry(
                commands,
                outcome -> {
                  to(client, then.apply(outcome));
                  done.run();
                });
      }
      arm();
    });
  }

  /** Ends all streams because the hub stops, and follows the changes no more. Thread: any. */
  void stop() {
    engine.stream().forget(wakeUp);
    loop.run(() -> byLoop.values().forEach(audience -> audience.run(audience::stop)));
  }

  private long sequence() {
    return cursor.state().sequence();
  }

  @Override
  public void toAll(Payload message) {
    posted = true;
    byLoop.values().forEach(audience -> audience.postAll(message));
  }

  @Override
  public void to(Collection<Client> clients, Payload message) {
    Map<DialectAudience, List<Client>> told = new LinkedHashMap<>();
    for (Client client : clients) {
      DialectAudience audience = audiences.get(client);
      if (audience != null) {
        told.computeIfAbsent(audience, _ -> new ArrayList<>()).add(client);
      }
    }
    posted = true;
    told.forEach((audience, some) -> audience.post(some, message));
  }

  @Override
  public void to(Client client, Payload message) {
    DialectAudience audience = audiences.get(client);
    if (audience != null) {
      audience.postOwn(client, message);
    }
  }

  @Override
  public void end(Client client) {
    DialectAudience audience = audiences.get(client);
    if (audience != null) {
      audience.run(() -> audience.end(client));
    }
  }
}
