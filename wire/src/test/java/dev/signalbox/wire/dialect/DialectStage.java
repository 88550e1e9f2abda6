package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Stamp;
import dev.signalbox.testkit.SteppedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a dialect plays: its clients, the truth and the time, all in the test's hand. Owned by the
 * test's thread.
 */
final class DialectStage {
  static final String HOST = "hub.local:8090";
  static final String ADDRESS = "10.0.0.1";
  private static final int MOST_TURNS = 100_000;

  private final Dialect dialect;
  private final SteppedClock clock = new SteppedClock();
  private final Map<Client, Listener> listeners = new LinkedHashMap<>();
  private final Outbox outbox = new Recording();
  private final Device device;
  private HubState state;
  private long clients;
  private int broadcasts;

  DialectStage(Dialect dialect, HubState state) {
    this(dialect, state, new StillDevice());
  }

  DialectStage(Dialect dialect, HubState state, Device device) {
    this.dialect = dialect;
    this.state = state;
    this.device = device;
  }

  private final class Recording implements Outbox {
    @Override
    public void toAll(Payload message) {
      broadcasts++;
      listeners.values().stream()
          .filter(listener -> !listener.isEnded())
          .forEach(listener -> listener.receive(message));
    }

    @Override
    public void to(Collection<Client> some, Payload message) {
      some.forEach(client -> to(client, message));
    }

    @Override
    public void to(Client client, Payload message) {
      listener(client).receive(message);
    }

    @Override
    public void end(Client client) {
      listener(client).end();
    }
  }

  private Listener listener(Client client) {
    Listener listener = listeners.get(client);
    assertTrue(listener != null, () -> "an unknown client: " + client);
    return listener;
  }

  /** How things are. */
  Situation at() {
    return new Situation(state, new Moment(clock.nanos(), clock.millis()), device);
  }

  HubState state() {
    return state;
  }

  /** How many messages went to everyone so far. */
  int broadcasts() {
    return broadcasts;
  }

  Answer ask(Request request) {
    return dialect.answer(request, at());
  }

  /** What a request comes to that is answered without the engine. */
  Answer.Reply reply(Request request) {
    return assertInstanceOf(Answer.Reply.class, ask(request));
  }

  /** What a request is answered once the engine came to {@code outcome}. */
  Answer.Reply carried(Request request, Outcome outcome) {
    return told(assertInstanceOf(Answer.Carry.class, ask(request)), outcome);
  }

  /** What is answered once the engine came to {@code outcome}, whose changes were applied. */
  Answer.Reply told(Answer.Carry carry, Outcome outcome) {
    return carry.then().apply(outcome, outbox);
  }

  /** How the server's own refusal is told. */
  Answer.Reply refusal(int status, String sentence) {
    return dialect.refusal(status, sentence);
  }

  /** Begins a stream of Server-Sent Events. */
  Listener follow(String path) {
    return follow(path, ADDRESS);
  }

  Listener follow(String path, String address) {
    assertInstanceOf(Answer.Follow.class, ask(Requests.get(path, address)));
    return join(path, address);
  }

  /** Opens the WebSocket. */
  Listener connect(String path, String address) {
    assertEquals(Optional.empty(), refusal(path, address));
    return join(path, address);
  }

  /** Why a WebSocket would not be taken; empty if it would. */
  Optional<String> refusal(String path, String address) {
    return dialect.refuses(Requests.get(path, address), at());
  }

  /** A stream begins, asked for or not. */
  Listener join(String path, String address) {
    Listener listener = new Listener(new Client(++clients, address, path));
    listeners.put(listener.client(), listener);
    dialect.joined(listener.client(), at(), outbox);
    return listener;
  }

  /** A stream is over, whoever ended it. */
  void leave(Listener listener) {
    listener.go();
    listeners.remove(listener.client());
    dialect.left(listener.client(), at(), outbox);
  }

  Heard say(Listener listener, String text) {
    return dialect.heard(listener.client(), text, at());
  }

  /** From now on the client can't be written to. */
  void stall(Listener listener) {
    listener.stall(state.sequence());
  }

  /** The client can be written to again. */
  void recover(Listener listener) {
    long complete = listener.stalledAt();
    listener.recover();
    dialect.catchUp(listener.client(), complete, at()).ifPresent(listener::receive);
  }

  /** What a part is to become; empty: it goes. */
  record Edit(PartAddress address, Optional<Part> now) {
    static Edit of(String board, String part, Part now) {
      return new Edit(PartAddress.of(board, part), Optional.of(now));
    }

    static Edit gone(String board, String part) {
      return new Edit(PartAddress.of(board, part), Optional.empty());
    }
  }

  /** A part becomes this. */
  void become(String board, String part, Part now) {
    become(Edit.of(board, part, now));
  }

  /** Parts become so in one batch; one that is as it was makes no change. */
  void become(Edit... edits) {
    List<Change> changes = new ArrayList<>();
    for (Edit edit : edits) {
      Stamp stamp = stamp(changes.size());
      Optional<Part> before =
          changes.isEmpty() ? part(state, edit) : part(state.after(changes), edit);
      change(stamp, edit, before).ifPresent(changes::add);
    }
    apply(changes);
  }

  private static Optional<Part> part(HubState state, Edit edit) {
    return state.part(edit.address()).map(PartState::part);
  }

  private static Optional<Change> change(Stamp stamp, Edit edit, Optional<Part> before) {
    if (edit.now().isEmpty()) {
      return Optional.of(new Change.PartGone(stamp, edit.address()));
    }
    Part now = edit.now().get();
    if (before.isEmpty()) {
      return Optional.of(new Change.PartPut(stamp, edit.address(), now));
    }
    Set<String> properties = now.schema().differing(before.get(), now);
    return properties.isEmpty()
        ? Optional.empty()
        : Optional.of(new Change.PartChanged(stamp, edit.address(), now, properties));
  }

  /** A board is reached, or no more. */
  void link(String board, Link link) {
    var info = state.board(PartAddress.of(board, "x").board()).orElseThrow().info().withLink(link);
    apply(List.of(new Change.BoardChanged(stamp(0), PartAddress.of(board, "x").board(), info)));
  }

  private Stamp stamp(int earlier) {
    return new Stamp(state.sequence() + 1 + earlier, clock.millis());
  }

  /** Changes become true that follow the state. */
  void apply(List<Change> changes) {
    if (!changes.isEmpty()) {
      state = state.after(changes);
      dialect.changed(changes, at(), outbox);
    }
  }

  /** Lets time pass, with a turn whenever the dialect is due. */
  void pass(Duration time) {
    long end = clock.nanos() + time.toNanos();
    int turns = 0;
    while (dialect.nextDue() != Dialect.NEVER && dialect.nextDue() - end <= 0) {
      assertTrue(++turns < MOST_TURNS, "the dialect is due again and again");
      clock.step(Duration.ofNanos(Math.max(0, dialect.nextDue() - clock.nanos())));
      turn();
    }
    clock.step(Duration.ofNanos(end - clock.nanos()));
  }

  /** Lets time pass in which the dialect gets no turn, as when the machine sleeps. */
  void sleep(Duration time) {
    clock.step(time);
  }

  /** A turn for the dialect, due or not. */
  void turn() {
    dialect.due(at(), outbox);
  }

  /** How long until the dialect is due; empty for never. */
  Optional<Duration> untilDue() {
    return dialect.nextDue() == Dialect.NEVER
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(dialect.nextDue() - clock.nanos()));
  }
}
