package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Sensor;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who holds which channel, and for how long. */
class EventBusChannelsTest {
  private static final String A = "10.0.0.1";

  private static final String B = "10.0.0.2";

  private static final Duration BEAT = Duration.ofSeconds(30);

  private static final String KEEP_ALIVE = "event: event\ndata: { \"TYPE\":\"KEEP-ALIVE\" }\n\n";

  static {
    Quiet.silence(EventBusDialect.class);
  }

  private final DialectStage stage =
      new DialectStage(
          new EventBusDialect(SampleBoards.SENSORS, EventBusDialect.Settings.DEFAULT),
          SampleBoards.state());

  /** The channel that the address gets; -1 for none. */
  private int subscribe(String address) {
    Answer.Reply reply = stage.reply(Requests.get("/rest/events/subscribe", address));
    String text = reply.body().text();
    return reply.status() == 200 ? Integer.parseInt(text.substring(text.lastIndexOf('/') + 1)) : -1;
  }

  private boolean holds(int channel, String address) {
    return stage.ask(Requests.get("/rest/events/" + channel, address)) instanceof Answer.Follow;
  }

  private void sense(double value, double previous) {
    stage.become("sensors", "sensor-a", new Sensor("sensorA", value, "", previous));
  }

  @ParameterizedTest
  @CsvSource({
    "hub.local:8090, http://hub.local:8090/rest/events/0",
    "192.168.4.1, http://192.168.4.1:80/rest/events/0",
    "192.168.4.1:80, http://192.168.4.1:80/rest/events/0",
    "[fe80::1]:8090, http://[fe80::1]:8090/rest/events/0",
    "[::1], http://[::1]:80/rest/events/0",
    "'', /rest/events/0"
  })
  void subscription_namesTheHostAsTheClientDoes(String host, String url) {
    Request request = Requests.toHost(Requests.get("/rest/events/subscribe"), host);
    assertEquals(url, stage.reply(request).body().text());
  }

  @Test
  void channels_areGivenFromTheLowest() {
    for (int i = 0; i < 8; i++) {
      assertEquals(i, subscribe("10.0.1." + i));
    }
    assertEquals(-1, subscribe(A));
    Listener third = stage.follow("/rest/events/2", "10.0.1.2");
    Listener sixth = stage.follow("/rest/events/5", "10.0.1.5");
    Listener seventh = stage.follow("/rest/events/6", "10.0.1.6");
    stage.leave(sixth);
    stage.leave(third);
    stage.pass(BEAT);
    assertFalse(seventh.isEnded());
    assertEquals(2, subscribe(A));
    assertEquals(5, subscribe(A));
    assertEquals(-1, subscribe(A));
  }

  @Test
  void allTaken_saysWhenToTryAgain() {
    for (int i = 0; i < 8; i++) {
      subscribe(A);
    }
    assertEquals(Optional.of("30"), retryAfter());
    stage.pass(Duration.ofMillis(10_001));
    assertEquals(Optional.of("20"), retryAfter());
    stage.pass(Duration.ofMillis(19_998));
    assertEquals(Optional.of("1"), retryAfter());
    stage.sleep(BEAT);
    assertEquals(Optional.of("1"), retryAfter());
  }

  private Optional<String> retryAfter() {
    return Replies.header(stage.reply(Requests.get("/rest/events/subscribe", B)), "Retry-After");
  }

  @Test
  void channel_ofAnotherAddress() {
    int channel = subscribe(A);
    assertTrue(holds(channel, A));
    assertFalse(holds(channel, B));
    assertFalse(holds(channel + 1, A));
  }

  @Test
  void channel_withLeadingZeros() {
    subscribe(A);
    assertInstanceOf(Answer.Follow.class, stage.ask(Requests.get("/rest/events/00", A)));
  }

  @Test
  void newListener_takesTheChannelOver() {
    int channel = subscribe(A);
    Listener old = stage.follow("/rest/events/" + channel, A);
    Listener young = stage.follow("/rest/events/" + channel, A);
    assertTrue(old.isEnded());
    stage.leave(old);
    sense(17664, 49362);
    assertTrue(young.take().contains("\"state\":17664"));
    stage.pass(BEAT);
    assertEquals(KEEP_ALIVE, young.take());
    assertTrue(holds(channel, A));
  }

  @Test
  void newListener_getsNothingAtFirst() {
    subscribe(A);
    assertEquals("", stage.follow("/rest/events/0", A).all());
  }

  @Test
  void listener_whoseChannelWentMeanwhile() {
    subscribe(A);
    assertInstanceOf(Answer.Follow.class, stage.ask(Requests.get("/rest/events/0", A)));
    stage.pass(BEAT.multipliedBy(2));
    Listener late = stage.join("/rest/events/0", A);
    assertTrue(late.isEnded());
    assertEquals("", late.all());
    stage.leave(late);
    assertEquals(0, subscribe(B));
  }

  @Test
  void channel_outlivesItsListenerUntilTheKeepAlive() {
    subscribe(A);
    Listener listener = stage.follow("/rest/events/0", A);
    stage.pass(BEAT);
    assertEquals(KEEP_ALIVE, listener.take());
    stage.leave(listener);
    stage.pass(BEAT.minusNanos(1));
    assertTrue(holds(0, A));
    stage.pass(Duration.ofNanos(1));
    assertFalse(holds(0, A));
    assertEquals(Optional.empty(), stage.untilDue());
  }

  @Test
  void channel_isKeptForAListenerThatComesBack() {
    subscribe(A);
    stage.leave(stage.follow("/rest/events/0", A));
    Listener again = stage.follow("/rest/events/0", A);
    stage.pass(BEAT);
    assertEquals(KEEP_ALIVE, again.take());
    assertTrue(holds(0, A));
  }

  @Test
  void channel_nobodyListenedToGoesAtTheSecondKeepAlive() {
    subscribe(A);
    stage.pass(BEAT.multipliedBy(2).minusNanos(1));
    assertTrue(holds(0, A));
    stage.pass(Duration.ofNanos(1));
    assertFalse(holds(0, A));
  }

  @Test
  void keepAlive_goesToThoseWhoListenInASteadyBeat() {
    subscribe(A);
    Listener listener = stage.follow("/rest/events/0", A);
    stage.pass(Duration.ofSeconds(20));
    subscribe(B);
    Listener second = stage.follow("/rest/events/1", B);
    for (int i = 0; i < 3; i++) {
      stage.pass(Duration.ofSeconds(10));
      assertEquals(KEEP_ALIVE, listener.take());
      assertEquals(KEEP_ALIVE, second.take());
      stage.pass(Duration.ofSeconds(20));
      assertEquals("", listener.take());
    }
  }

  @Test
  void keepAlive_afterASleepKeepsTheBeat() {
    subscribe(A);
    Listener listener = stage.follow("/rest/events/0", A);
    stage.sleep(Duration.ofSeconds(100));
    stage.turn();
    assertEquals(KEEP_ALIVE, listener.take());
    assertEquals(Optional.of(Duration.ofSeconds(20)), stage.untilDue());
  }

  @Test
  void keepAlive_beginsAnewWithTheNextSubscription() {
    subscribe(A);
    stage.pass(Duration.ofSeconds(70));
    subscribe(A);
    assertEquals(Optional.of(BEAT), stage.untilDue());
  }

  @Test
  void keepAlive_ofAnotherInterval() {
    var settings = new EventBusDialect.Settings(1, Duration.ofMillis(100), false);
    DialectStage quick =
        new DialectStage(new EventBusDialect(SampleBoards.SENSORS, settings), SampleBoards.state());
    quick.reply(Requests.get("/rest/events/subscribe"));
    Listener listener = quick.follow("/rest/events/0");
    quick.pass(Duration.ofSeconds(1));
    assertEquals(KEEP_ALIVE.repeat(10), listener.take());
  }
}
