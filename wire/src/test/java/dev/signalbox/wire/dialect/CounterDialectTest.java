package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.Display;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.wire.dialect.DialectStage.Edit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CounterDialectTest {
  private static final Specimen COUNTER = new CounterSpecimen();
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final DialectStage stage = COUNTER.stage();

  private void count(int value) {
    stage.become("counter", "counter", new Counter("Counter", value, 1, 500));
  }

  @Test
  void newcomer_getsTheValueAndThenTheCountThatEveryoneGets() {
    Listener first = stage.follow("/events");
    assertEquals("data: 17\n\ndata: clients:1\n\n", first.take());
    stage.pass(PAUSE);
    Listener second = stage.follow("/events");
    assertEquals("data: 17\n\ndata: clients:2\n\n", second.take());
    assertEquals("data: clients:2\n\n", first.take());
  }

  @Test
  void newcomer_rightAfterAnotherGetsItsCountAtOnce() {
    Listener first = stage.follow("/events");
    first.take();
    stage.pass(PAUSE.minusNanos(1));
    Listener second = stage.follow("/events");
    assertEquals("data: 17\n\ndata: clients:2\n\n", second.take());
    assertEquals("", first.take());
    stage.pass(Duration.ofNanos(1));
    assertEquals("data: clients:2\n\n", first.take());
    assertEquals("data: clients:2\n\n", second.take());
    stage.pass(PAUSE.multipliedBy(10));
    assertEquals("", first.take());
  }

  @Test
  void crowd_isCountedTenTimesASecond() {
    List<Listener> crowd = new ArrayList<>();
    for (int i = 1; i <= 1000; i++) {
      Listener listener = stage.follow("/events");
      assertTrue(listener.take().startsWith("data: 17\n\ndata: clients:" + i + "\n\n"));
      crowd.add(listener);
      stage.pass(Duration.ofMillis(1));
    }
    // At 0 and after each tenth of the second.
    assertEquals(11, stage.broadcasts());
    stage.pass(PAUSE);
    crowd.forEach(listener -> assertTrue(listener.take().endsWith("data: clients:1000\n\n")));
  }

  @Test
  void leaving_isTold() {
    Listener first = stage.follow("/events");
    Listener second = stage.follow("/events");
    stage.pass(PAUSE.multipliedBy(2));
    first.take();
    stage.leave(second);
    assertEquals("data: clients:1\n\n", first.take());
    stage.leave(first);
    assertEquals(Optional.empty(), stage.untilDue());
  }

  @Test
  void leaving_twiceCountsOnce() {
    Listener first = stage.follow("/events");
    Listener second = stage.follow("/events");
    stage.leave(second);
    stage.leave(second);
    stage.pass(PAUSE);
    assertTrue(first.take().endsWith("data: clients:1\n\n"));
  }

  /** Comings, goings and pauses; a number says which of those inside goes, or for how long. */
  @Property
  void counts_areTimelyAndTrue(
      @ForAll @Size(max = 60) List<@IntRange(min = -40, max = 40) Integer> steps) {
    DialectStage place = COUNTER.stage();
    List<Listener> inside = new ArrayList<>();
    long elapsed = 0;
    for (int step : steps) {
      if (step > 15 && !inside.isEmpty()) {
        place.leave(inside.remove(step % inside.size()));
      } else if (step > 0) {
        Listener listener = place.follow("/events");
        inside.add(listener);
        String count = "data: clients:" + inside.size() + "\n\n";
        assertEquals("data: 17\n\n" + count, listener.take());
      } else {
        place.pass(Duration.ofMillis(-step * 3L));
        elapsed += -step * 3L;
      }
      // One at the start of each stretch of 100 ms, none in between.
      assertTrue(place.broadcasts() <= elapsed / 100 + 1);
    }
    place.pass(PAUSE);
    for (Listener listener : inside) {
      assertTrue(listener.all().endsWith("data: clients:" + inside.size() + "\n\n"));
    }
    int before = place.broadcasts();
    place.pass(PAUSE.multipliedBy(5));
    assertEquals(before, place.broadcasts());
  }

  @Test
  void place_givenTwiceGoesToTheFirst() {
    DialectStage narrow = COUNTER.stage(1);
    Request events = Requests.get("/events");
    assertInstanceOf(Answer.Follow.class, narrow.ask(events));
    assertInstanceOf(Answer.Follow.class, narrow.ask(events));
    Listener first = narrow.join("/events", "10.0.0.1");
    Listener second = narrow.join("/events", "10.0.0.2");
    assertEquals("retry: 5000\n\n", second.take());
    assertTrue(second.isEnded());
    narrow.leave(second);
    narrow.pass(PAUSE);
    assertEquals("data: 17\n\ndata: clients:1\n\n", first.take());
  }

  @Test
  void changes_ofABatchAreToldInOrder() {
    Listener listener = stage.follow("/events");
    listener.take();
    stage.become(
        Edit.of("counter", "counter", new Counter("Counter", Integer.MAX_VALUE, 1, 500)),
        Edit.of("counter", "display", new Display("Display", "3647", true, 7)),
        Edit.of("counter", "counter", new Counter("Counter", Integer.MIN_VALUE, 1, 500)));
    assertEquals("data: 2147483647\n\ndata: -2147483648\n\n", listener.take());
  }

  @Test
  void changes_thatTheFirmwareDoesNotTell() {
    Listener listener = stage.follow("/events");
    listener.take();
    stage.become("counter", "counter", new Counter("Another name", 17, 2, 1000));
    stage.become("counter", "display", new Display("Display", "  17", false, 0));
    stage.become("counter", "spare", new Counter("Spare", 99, 1, 500));
    assertEquals("", listener.take());
  }

  @Test
  void counter_thatCameBack() {
    Listener listener = stage.follow("/events");
    listener.take();
    stage.become(
        Edit.gone("counter", "spare"),
        Edit.gone("counter", "counter"),
        Edit.of("counter", "counter", new Counter("Counter", 5, 1, 500)));
    assertEquals("data: 5\n\n", listener.take());
  }

  @Test
  void newcomer_getsWhatIsTrueNow() {
    count(1234);
    assertEquals("data: 1234\n\ndata: clients:1\n\n", stage.follow("/events").take());
  }

  @Property
  void reset_takesEveryNumberOf32Bits(@ForAll int value) {
    Request request = Requests.of("POST", "/reset", "{\"counter\":" + value + "}");
    Answer.Carry carry = assertInstanceOf(Answer.Carry.class, stage.ask(request));
    Command set =
        new Command.SetPart(SampleBoards.COUNTER, new PartId("counter"), Map.of("value", value));
    assertEquals(List.of(set), carry.commands());
  }

  private Answer.Carry reset(int value) {
    Request request = Requests.of("POST", "/reset", "{\"counter\":" + value + "}");
    return assertInstanceOf(Answer.Carry.class, stage.ask(request));
  }

  /** Nothing changes, and everyone is told all the same. */
  @Test
  void reset_toTheValueThatItHas() {
    Listener first = stage.follow("/events");
    Listener second = stage.follow("/events");
    first.take();
    second.take();
    for (int time = 0; time < 3; time++) {
      assertEquals(200, stage.told(reset(17), Replies.ACCEPTED).status());
      assertEquals("data: 17\n\n", first.take());
      assertEquals("data: 17\n\n", second.take());
    }
  }

  @Test
  void reset_toAnotherValueIsToldOnce() {
    Listener listener = stage.follow("/events");
    listener.take();
    Answer.Carry carry = reset(42);
    count(42);
    stage.told(carry, Replies.ACCEPTED);
    assertEquals("data: 42\n\n", listener.take());
  }

  /** It was 42 for a moment, and everyone knows better by now. */
  @Test
  void reset_whileItCountsOn() {
    Listener listener = stage.follow("/events");
    listener.take();
    Answer.Carry carry = reset(42);
    count(42);
    count(43);
    stage.told(carry, Replies.ACCEPTED);
    assertEquals("data: 42\n\ndata: 43\n\n", listener.take());
  }

  @Test
  void reset_thatTheEngineRefuses() {
    Listener listener = stage.follow("/events");
    listener.take();
    var offline = new Rejection.BoardOffline(SampleBoards.COUNTER, "no answer");
    assertEquals(503, stage.told(reset(17), Replies.rejected(offline)).status());
    assertEquals("", listener.take());
  }

  @Property
  void reset_takesNoOtherNumber(@ForAll long value) {
    Request request = Requests.of("POST", "/reset", "{\"counter\":" + value + "}");
    boolean fits = value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
    assertEquals(fits, stage.ask(request) instanceof Answer.Carry);
  }

  @Test
  void reset_thatIsWrong() {
    Answer.Reply reply = stage.reply(Requests.of("POST", "/reset", "{\"counter\":\"x\"}"));
    assertEquals(400, reply.status());
    assertEquals("Invalid JSON or missing counter field", reply.body().text());
  }

  @Test
  void reset_withoutACounterOnTheBoard() {
    stage.become(Edit.gone("counter", "counter"), Edit.gone("counter", "spare"));
    assertEquals(404, stage.reply(COUNTER.commands().getFirst()).status());
  }

  @Test
  void answer_isForPagesOfAnyOrigin() {
    List<Answer.Reply> replies = new ArrayList<>();
    COUNTER.mistakes().keySet().forEach(request -> replies.add(stage.reply(request)));
    replies.add(stage.reply(Requests.get("/")));
    replies.add(stage.carried(COUNTER.commands().getFirst(), Replies.ACCEPTED));
    assertFalse(replies.isEmpty());
    for (Answer.Reply reply : replies) {
      Optional<String> origin = Replies.header(reply, "Access-Control-Allow-Origin");
      assertEquals(Optional.of("*"), origin, reply::toString);
    }
  }

  @Test
  void settings_clientsBelowZero() {
    var wrong =
        assertThrows(IllegalArgumentException.class, () -> new CounterDialect.Settings(-1, true));
    assertEquals("clients -1 must be 0 or more", wrong.getMessage());
    assertEquals(new CounterDialect.Settings(0, false), CounterDialect.Settings.DEFAULT);
  }
}
