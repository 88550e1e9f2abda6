package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Sensor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the firmware's document has its reader do with two consoles, from beginning to end. */
class EventBusWalkThroughTest {
  private static final String LAPTOP = "192.168.4.2";
  private static final String PHONE = "192.168.4.3";
  private static final String KEEP_ALIVE = "event: event\ndata: { \"TYPE\":\"KEEP-ALIVE\" }\n\n";
  private static final String LINE = "INFO event bus, channel ";

  private final DialectStage stage =
      new DialectStage(
          new EventBusDialect(SampleBoards.SENSORS, EventBusDialect.Settings.DEFAULT),
          SampleBoards.state());

  @Test
  void document_fromSubscriptionToSubscription() {
    try (Quiet console = Quiet.listen(EventBusDialect.class)) {
      subscribesAndDoesNotListenYet(console);
      Listener listener = listens(console);
      isKeptAlive(listener, console);
      Listener back = stopsAndIsBackInTime(listener, console);
      stopsForTooLong(back, console);
      subscribesAgain(console);
    }
  }

  private void subscribesAndDoesNotListenYet(Quiet console) {
    assertEquals("http://hub.local:8090/rest/events/0", subscribe(LAPTOP));
    assertEquals(List.of(LINE + "0: allocated to " + LAPTOP), console.take());
    stage.pass(Duration.ofSeconds(10));
    sense("sensor-b", "sensorB", 12408, 13502);
    assertEquals(
        List.of(LINE + "0: " + LAPTOP + " is registered but not listening"), console.take());
  }

  private Listener listens(Quiet console) {
    Listener listener = stage.follow("/rest/events/0", LAPTOP);
    assertEquals(List.of(LINE + "0: " + LAPTOP + " is listening"), console.take());
    assertEquals("", listener.take());
    sense("sensor-b", "sensorB", 13502, 12408);
    sense("sensor-a", "sensorA", 17664, 49362);
    sense("sensor-a", "sensorA", 17664, 49362);
    assertEquals(state("sensorB", 13502, 12408) + state("sensorA", 17664, 49362), listener.take());
    return listener;
  }

  private void isKeptAlive(Listener listener, Quiet console) {
    stage.pass(Duration.ofSeconds(20));
    assertEquals(KEEP_ALIVE, listener.take());
    assertEquals(List.of(LINE + "0: " + LAPTOP + " is still connected"), console.take());
    stage.pass(Duration.ofSeconds(30));
    assertEquals(KEEP_ALIVE, listener.take());
    console.take();
  }

  private Listener stopsAndIsBackInTime(Listener listener, Quiet console) {
    stage.leave(listener);
    stage.pass(Duration.ofSeconds(29));
    sense("sensor-a", "sensorA", 1, 17664);
    assertEquals(
        List.of(LINE + "0: " + LAPTOP + " is registered but not listening"), console.take());
    Listener back = stage.follow("/rest/events/0", LAPTOP);
    stage.pass(Duration.ofSeconds(1));
    assertEquals(KEEP_ALIVE, back.take());
    console.take();
    return back;
  }

  private void stopsForTooLong(Listener back, Quiet console) {
    stage.leave(back);
    stage.pass(Duration.ofSeconds(30));
    assertEquals(
        List.of(LINE + "0: " + LAPTOP + " is no longer connected, subscription removed"),
        console.take());
    Answer.Reply stale = stage.reply(Requests.get("/rest/events/0", LAPTOP));
    assertEquals(404, stale.status());
    assertEquals(
        "Handle Not Found\n\nURI: /rest/events/0\nMethod: GET\nArguments: 0\n",
        stale.body().text());
  }

  private void subscribesAgain(Quiet console) {
    assertEquals("http://hub.local:8090/rest/events/0", subscribe(PHONE));
    assertEquals("http://hub.local:8090/rest/events/1", subscribe(LAPTOP));
    assertEquals(404, assertInstanceOf(Answer.Reply.class, ask("/rest/events/0", LAPTOP)).status());
    assertInstanceOf(Answer.Follow.class, ask("/rest/events/1", LAPTOP));
    assertTrue(console.take().contains(LINE + "1: allocated to " + LAPTOP));
  }

  private Answer ask(String path, String address) {
    return stage.ask(Requests.get(path, address));
  }

  private String subscribe(String address) {
    Answer.Reply reply = stage.reply(Requests.get("/rest/events/subscribe", address));
    assertEquals(200, reply.status());
    return reply.body().text();
  }

  private void sense(String part, String name, int value, int previous) {
    stage.become("sensors", part, new Sensor(name, value, "", previous));
  }

  private static String state(String name, int value, int previous) {
    return "event: event\ndata: {\"TYPE\":\"STATE\", \"%s\":{\"state\":%d, \"prevState\":%d}}\n\n"
        .formatted(name, value, previous);
  }
}
