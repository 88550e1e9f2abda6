package dev.signalbox.server;

import dev.signalbox.core.engine.InitialState;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.core.model.Stamp;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.ChangeStream;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.Subscriber;
import dev.signalbox.wire.Subscription;
import dev.signalbox.wire.WebSocketJson;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A real {@link StreamLoop} with one client, whose event loop is whichever thread takes its tasks:
 * so the harness can have it meet the engine at every moment.
 */
final class SteppedLoop implements Outlet {
  /** How many changes there are to publish. */
  private static final int CHANGES = 6;

  private static final PartAddress COUNTER =
      new PartAddress(new BoardId("counter"), new PartId("counter"));
  private static final HubState BEGIN =
      InitialState.of("Hub", "e", new PuppetBoards().boards(), SavedSettings.NONE, 0);
  private static final List<Change> NEXT = new ArrayList<>();
  private static final List<HubState> AFTER = new ArrayList<>(List.of(BEGIN));

  static {
    for (int sequence = 1; sequence <= CHANGES; sequence++) {
      Counter counter = new Counter("Counter", sequence, 1, 500);
      NEXT.add(new Change.PartChanged(new Stamp(sequence, 0), COUNTER, counter, Set.of("value")));
      AFTER.add(AFTER.getLast().after(List.of(NEXT.getLast())));
    }
  }

  private final Queue<Handler<Void>> tasks = new ConcurrentLinkedQueue<>();
  private final List<Long> told = new ArrayList<>();
  private final ChangeStream stream;
  private final StreamLoop loop;
  private final Follower follower;
  private boolean writable = true;
  private boolean lagged;

  /** With a client that has the snapshot. */
  SteppedLoop(Subscriber.Mode mode, int logCapacity) {
    stream = new ChangeStream(BEGIN, new ChangeLog(logCapacity));
    EventLoop events = new EventLoop(context(), () -> 0, InstantSource.system());
    loop = new StreamLoop(stream, new Activity(), ServerSettings.DEFAULT, events);
    stream.listen(loop::wakeUp);
    Subscription all = new Subscription(Filter.ALL, mode, Duration.ZERO, Optional.empty());
    follower = loop.follow(all, new WebSocketJson(), this);
    told.clear();
  }

  /** One on which nothing can be done but to hand it a task. */
  private Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("runOnContext")) {
                throw new UnsupportedOperationException(method.getName());
              }
              @SuppressWarnings("unchecked") // As the method has it.
              Handler<Void> task = (Handler<Void>) arguments[0];
              tasks.add(task);
              return null;
            });
  }

  /** Publishes the changes up to that number at once, as the engine. */
  void publish(int upTo) {
    int from = (int) stream.state().sequence();
    stream.publish(NEXT.subList(from, upTo), AFTER.get(upTo));
  }

  /** Does what has been handed over, as the event loop: one task, if there is one. */
  boolean step() {
    Handler<Void> task = tasks.poll();
    if (task != null) {
      task.handle(null);
    }
    return task != null;
  }

  void stepAll() {
    while (step()) {}
  }

  /** The client takes nothing more. */
  void stop() {
    writable = false;
  }

  /** The client takes again. */
  void goOn() {
    writable = true;
    loop.writable(follower);
  }

  /** The numbers of the changes that it was told, and whether it was told that it lags. */
  String told() {
    return told + (lagged ? " lagged" : "");
  }

  /** The last of them; 0 for none. */
  long last() {
    return told.isEmpty() ? 0 : told.getLast();
  }

  /** Whether it was told each change from the first, and the end of them or that it lags. */
  boolean isEach(int last) {
    for (int i = 0; i < told.size(); i++) {
      if (told.get(i) != i + 1) {
        return false;
      }
    }
    return lagged != (last() == last);
  }

  @Override
  public boolean isWritable() {
    return writable;
  }

  @Override
  public void write(Message message) {
    message
        .messages()
        .forEach(bytes -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          if (text.startsWith("{\"lagged")) {
            lagged = true;
          } else {
            int id = text.indexOf("\"e.") + 3;
            told.add(Long.parseLong(text.substring(id, text.indexOf('"', id))));
          }
        });
  }

  @Override
  public void endLagged() {}

  @Override
  public void endStopping() {}
}
