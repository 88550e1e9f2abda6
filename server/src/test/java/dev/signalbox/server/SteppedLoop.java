package dev.signalbox.server;

import dev.signalbox.core.engine.InitialState;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.core.model.Stamp;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.ChangeStream;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.Subscriber;
import dev.signalbox.wire.Encoding;
import dev.signalbox.wire.Subscription;
import dev.signalbox.wire.WebSocketFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A real {@link StreamLoop} with one client, whose event loop is whichever thread takes its tasks:
 * so a test can have it meet the engine at every moment.
 *
 * <p>The change of each number gives one of two outputs that brightness: an odd one the first, an
 * even one the second.
 */
final class SteppedLoop {
  /** How many changes there are to publish. */
  private static final int CHANGES = 6;

  private static final BoardId YARD = new BoardId("yard");
  private static final HubState BEGIN =
      InitialState.of("Hub", "e", new PuppetBoards().boards(), SavedSettings.NONE, 0);
  private static final List<Change> NEXT = new ArrayList<>();
  private static final List<HubState> AFTER = new ArrayList<>(List.of(BEGIN));

  static {
    for (int sequence = 1; sequence <= CHANGES; sequence++) {
      NEXT.add(change(sequence));
      AFTER.add(AFTER.getLast().after(List.of(NEXT.getLast())));
    }
  }

  // The engine.
  private final ChangeStream stream;
  private final List<Integer> turns = new ArrayList<>(List.of(0));

  // Both.
  private final SteppedTasks tasks = new SteppedTasks();

  // The event loop.
  private final SteppedClient client = new SteppedClient();
  private final StreamLoop loop;
  private final Follower follower;

  /** With a client that has the snapshot. */
  SteppedLoop(Subscriber.Mode mode, int logCapacity) {
    stream = new ChangeStream(BEGIN, new ChangeLog(logCapacity));
    loop = new StreamLoop(stream, new Activity(), ServerSettings.DEFAULT, tasks.loop());
    stream.listen(loop::wakeUp);
    Subscription all = new Subscription(Filter.ALL, mode, Duration.ZERO, Optional.empty());
    follower = loop.follow(all, new WebSocketFormat(Encoding.JSON), client);
  }

  private static Change change(int sequence) {
    int out = 2 - sequence % 2;
    return new Change.PartChanged(
        new Stamp(sequence, 0),
        new PartAddress(YARD, new PartId("out" + out)),
        new Output("Output " + out, out, false, sequence, 0, 0),
        Set.of("brightness"));
  }

  /** Publishes the changes up to that number in one turn, as the engine. */
  void publish(int upTo) {
    int from = (int) stream.state().sequence();
    turns.add(upTo);
    stream.publish(NEXT.subList(from, upTo), AFTER.get(upTo));
  }

  /** Does what has been handed over, as the event loop: one task, if there is one. */
  boolean step() {
    boolean done = tasks.step();
    if (done) {
      client.rest();
    }
    return done;
  }

  /** The client takes nothing more. */
  void stop() {
    client.stop();
  }

  /** The client takes again. */
  void goOn() {
    client.goOn();
    loop.writable(follower);
    client.rest();
  }

  /** Does all that has been handed over, as the event loop. */
  void stepAll() {
    while (step()) {}
  }

  /** Where the engine's turns ended, in order; once both are done. */
  List<Integer> turns() {
    return turns;
  }

  SteppedClient client() {
    return client;
  }
}
