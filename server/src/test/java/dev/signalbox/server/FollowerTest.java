package dev.signalbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.Start;
import dev.signalbox.core.stream.Subscriber;
import dev.signalbox.wire.Encoding;
import dev.signalbox.wire.WebSocketFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one client is told, with a clock and a connection that the test steps. */
final class FollowerTest {
  private static final int LOG = 16;
  private static final long HEARTBEAT = 1_000;

  private static ServedHub hub;

  private final Outbox outbox = new Outbox();
  private final Activity activity = new Activity();
  private long nanos = 5_000;
  private HubState begin;

  /** Takes down what is written, for as long as it can be written to. */
  private static final class Outbox implements Outlet {
    private final List<Doc> messages = new ArrayList<>();
    private boolean full;
    private boolean ended;

    @Override
    public boolean isWritable() {
      return !full;
    }

    @Override
    public void write(Message message) {
      assertFalse(ended, "written to after the end");
      message.messages().forEach(bytes -> messages.add(Doc.of(new String(bytes, UTF_8))));
    }

    @Override
    public void endLagged() {
      ended = true;
    }

    @Override
    public void endStopping() {
      ended = true;
    }

    /** The messages since the last call, which must be this many. */
    List<Doc> take(int count) {
      assertEquals(count, messages.size(), messages.toString());
      List<Doc> taken = List.copyOf(messages);
      messages.clear();
      return taken;
    }
  }

  FollowerTest() {
    begin = hub.state();
  }

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()), LOG);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @BeforeEach
  void reset() {
    hub.reset();
    begin = hub.state();
  }

  private static ChangeLog log() {
    return hub.engine().stream().log();
  }

  /** A selection of its own, so that every test begins without clients. */
  private Selection selection(long complete) {
    Selection.Wanted all = new Selection.Wanted(Filter.ALL, Duration.ZERO);
    return new Selection(all, new WebSocketFormat(Encoding.JSON), activity, complete);
  }

  private Follower follower(Subscriber.Mode mode, long complete) {
    Subscriber subscriber = new Subscriber(Filter.ALL, mode, complete);
    Selection selection = selection(begin.sequence());
    Follower follower =
        new Follower(subscriber, new WebSocketFormat(Encoding.JSON), selection, outbox, activity);
    selection.add(follower);
    return follower;
  }

  private Follower live(Subscriber.Mode mode) {
    Follower follower = follower(mode, begin.sequence());
    follower.begin(Start.FRESH, begin, log(), nanos);
    outbox.take(1);
    return follower;
  }

  /** Changes outputs 1 to {@code count} as one publication, and brings it to {@code follower}. */
  private HubState change(int count, Follower follower) {
    HubState before = hub.state();
    for (int i = 1; i <= count; i++) {
      hub.ask(Ask.of("POST", "/v1/boards/yard/parts/out" + i + "/toggle")).expect(200);
    }
    HubState after = hub.state();
    List<Change> changes = log().read(before.sequence(), after.sequence(), LOG).orElseThrow();
    Batch batch = new Batch(changes, new WebSocketFormat(Encoding.JSON), after.epoch());
    follower.selection().deliver(batch, after, nanos);
    return after;
  }

  private void sweep(Follower follower, HubState now, long nanos) {
    follower.selection().sweep(now, log(), nanos, HEARTBEAT);
  }

  private static String id(HubState state) {
    return state.epoch() + "." + state.sequence();
  }

  @Test
  void resumed_whileItCannotBeWritten() {
    long complete = begin.sequence();
    Follower before = live(Subscriber.Mode.LATEST);
    HubState now = change(3, before);
    outbox.take(3);
    outbox.full = true;
    Follower follower = follower(Subscriber.Mode.LATEST, complete);
    follower.begin(new Start.Resumed(complete), now, log(), nanos);
    assertEquals(List.of(), outbox.messages, "an id before all that it stands for");
    outbox.full = false;
    follower.catchUp(now, log());
    List<Doc> told = outbox.take(3);
    assertTrue(told.get(0).at("change", "id").isMissing());
    assertTrue(told.get(1).at("change", "id").isMissing());
    assertEquals(id(now), told.get(2).at("change", "id").text());
  }

  @Test
  void resumed_nothingNew() {
    Follower follower = follower(Subscriber.Mode.EVERY, begin.sequence());
    Start start = new Start.Resumed(begin.sequence());
    follower.begin(start, begin, log(), nanos);
    assertEquals(id(begin), outbox.take(1).getFirst().at("id").text());
  }

  @Test
  void full_conflates() {
    Follower follower = live(Subscriber.Mode.LATEST);
    outbox.full = true;
    change(2, follower);
    change(2, follower);
    HubState now = change(2, follower);
    outbox.take(0);
    outbox.full = false;
    follower.catchUp(now, log());
    List<Doc> told = outbox.take(2);
    assertTrue(told.get(0).at("change", "id").isMissing());
    assertTrue(told.get(0).at("change", "skipped").isMissing());
    assertEquals(id(now), told.get(1).at("change", "id").text());
    assertEquals(4, told.get(1).at("change", "skipped").number());
    HubState later = change(1, follower);
    Doc live = outbox.take(1).getFirst().at("change");
    assertEquals(id(later), live.at("id").text());
    assertTrue(live.at("skipped").isMissing());
  }

  @Test
  void every_isToldEachOnceItCan() {
    Follower follower = live(Subscriber.Mode.EVERY);
    outbox.full = true;
    change(2, follower);
    HubState now = change(3, follower);
    outbox.take(0);
    outbox.full = false;
    follower.catchUp(now, log());
    List<Doc> told = outbox.take(5);
    for (int i = 0; i < 5; i++) {
      String expected = begin.epoch() + "." + (begin.sequence() + 1 + i);
      assertEquals(expected, told.get(i).at("change", "id").text());
    }
  }

  @Test
  void every_fallsOutOfTheLog() {
    Follower follower = live(Subscriber.Mode.EVERY);
    outbox.full = true;
    change(8, follower);
    sweep(follower, change(8, follower), nanos);
    assertFalse(follower.hasEnded());
    HubState now = change(1, follower);
    sweep(follower, now, nanos);
    assertTrue(follower.hasEnded());
    assertTrue(outbox.ended);
    assertEquals(17, outbox.take(1).getFirst().at("lagged", "skipped").number());
    follower.catchUp(hub.state(), log());
    sweep(follower, hub.state(), nanos + 10 * HEARTBEAT);
    outbox.take(0);
  }

  @Test
  void latest_neverFallsOut() {
    Follower follower = live(Subscriber.Mode.LATEST);
    outbox.full = true;
    HubState now = begin;
    for (int i = 0; i < 5; i++) {
      now = change(8, follower);
    }
    outbox.full = false;
    follower.catchUp(now, log());
    assertEquals(32, outbox.take(8).getLast().at("change", "skipped").number());
  }

  @Test
  void missed_isToldByTheState() {
    Follower follower = live(Subscriber.Mode.LATEST);
    hub.ask(Ask.of("POST", "/v1/boards/yard/parts/out1/toggle")).expect(200);
    HubState now = hub.state();
    follower.selection().missed(now, log());
    Doc put = outbox.take(1).getFirst().at("change");
    assertEquals(id(now), put.at("id").text());
    assertEquals("output", put.at("put", "kind").text());
  }

  @Test
  void keepAlive_afterSilence() {
    Follower follower = follower(Subscriber.Mode.LATEST, begin.sequence());
    follower.begin(Start.FRESH, begin, log(), nanos - HEARTBEAT / 4);
    outbox.take(1);
    sweep(follower, begin, nanos + 3 * HEARTBEAT / 4 - 1);
    outbox.take(0);
    nanos += 3 * HEARTBEAT / 4;
    sweep(follower, begin, nanos);
    assertEquals(id(begin), outbox.take(1).getFirst().at("id").text());
    sweep(follower, begin, nanos + HEARTBEAT - 1);
    outbox.take(0);
    sweep(follower, begin, nanos + HEARTBEAT);
    outbox.take(1);
  }

  @Test
  void keepAlive_notWhileItIsBehind() {
    Follower follower = live(Subscriber.Mode.LATEST);
    outbox.full = true;
    HubState now = change(1, follower);
    sweep(follower, now, nanos + 10 * HEARTBEAT);
    outbox.full = false;
    sweep(follower, now, nanos + 10 * HEARTBEAT);
    outbox.take(0);
  }

  @Test
  void messages_areCounted() {
    Follower follower = live(Subscriber.Mode.LATEST);
    long before = activity.messages();
    change(3, follower);
    assertEquals(before + 3, activity.messages());
    assertEquals(Optional.empty(), Optional.ofNullable(outbox.take(3).getFirst().at("x").value()));
  }
}
