package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Sensor;
import dev.signalbox.wire.dialect.DialectStage.Edit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventBusDialectTest {
  private static final String A = "10.0.0.1";
  private static final Specimen BUS = new EventBusSpecimen();

  private final DialectStage stage = BUS.stage();

  private void subscribe(String address) {
    assertEquals(200, stage.reply(Requests.get("/rest/events/subscribe", address)).status());
  }

  private void sense(double value, double previous) {
    stage.become("sensors", "sensor-a", new Sensor("sensorA", value, "", previous));
  }

  @Test
  void values_areWholeWhereTheyAre() {
    Listener listener = BUS.follow(stage, A);
    List<String> told = new ArrayList<>();
    for (double value : new double[] {0, 65535, -1, 21.5, 1e15, 1e20}) {
      sense(value, 0.25);
      String text = listener.take();
      if (!text.isEmpty()) {
        told.add(text.replaceAll("(?s).*\"state\":([^,]*), \"prevState\":0.25.*", "$1"));
      }
    }
    assertEquals(List.of("0", "65535", "-1", "21.5", "1000000000000000", "1.0E20"), told);
  }

  @Test
  void sensor_withoutANameGoesByItsId() {
    Listener listener = BUS.follow(stage, A);
    stage.become("sensors", "sensor-b", new Sensor("", 1, "", 13502));
    assertTrue(listener.take().contains(", \"sensor-b\":{\"state\":1,"));
  }

  @Test
  void changes_thatTheFirmwareDoesNotTell() {
    Listener listener = BUS.follow(stage, A);
    stage.become("sensors", "sensor-a", new Sensor("Another name", 49362, "V", 7));
    stage.become(Edit.gone("sensors", "sensor-b"));
    assertEquals("", listener.take());
  }

  @Test
  void sensor_thatAppeared() {
    Listener listener = BUS.follow(stage, A);
    stage.become(
        Edit.of("sensors", "sensor-c", new Sensor("sensorC", 3, "", 0)),
        Edit.of("sensors", "sensor-c", new Sensor("sensorC", 4, "", 3)));
    assertEquals(2, listener.takeMessages().size());
  }

  @Test
  void catchUp_hasEachSensorThatChangedOnce() {
    Listener listener = BUS.follow(stage, A);
    sense(1, 49362);
    listener.take();
    stage.stall(listener);
    stage.recover(listener);
    assertEquals("", listener.take());
    stage.stall(listener);
    stage.become("sensors", "sensor-b", new Sensor("sensorB", 2, "", 13502));
    stage.become("sensors", "sensor-b", new Sensor("sensorB", 3, "", 2));
    stage.recover(listener);
    assertEquals(
        "event: event\ndata: {\"TYPE\":\"STATE\", \"sensorB\":{\"state\":3, \"prevState\":2}}\n\n",
        listener.take());
  }

  @Test
  void log_tellsWhatTheConsoleTold() {
    try (Quiet log = Quiet.listen(EventBusDialect.class)) {
      subscribe(A);
      assertEquals(List.of("INFO event bus, channel 0: allocated to 10.0.0.1"), log.take());
      sense(1, 49362);
      assertEquals(
          List.of("INFO event bus, channel 0: 10.0.0.1 is registered but not listening"),
          log.take());
      Listener listener = stage.follow("/rest/events/0", A);
      assertEquals(List.of("INFO event bus, channel 0: 10.0.0.1 is listening"), log.take());
      sense(2, 1);
      assertEquals(List.of(), log.take());
      stage.pass(Duration.ofSeconds(30));
      assertEquals(List.of("INFO event bus, channel 0: 10.0.0.1 is still connected"), log.take());
      stage.leave(listener);
      stage.pass(Duration.ofSeconds(30));
      assertEquals(
          List.of(
              "INFO event bus, channel 0: 10.0.0.1 is no longer connected, subscription removed"),
          log.take());
    }
  }

  @Test
  void log_hasNoControlCharacters() {
    try (Quiet log = Quiet.listen(EventBusDialect.class)) {
      subscribe("x\r\nINFO all is well\u001b[2J");
      assertEquals(
          List.of("INFO event bus, channel 0: allocated to x??INFO all is well?[2J"), log.take());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT30S, channels 0 must be 1 to 10000",
    "10001, PT30S, channels 10001 must be 1 to 10000",
    "8, PT0.099S, keep-alive PT0.099S must be PT0.1S to PT1H",
    "8, PT1H0.001S, keep-alive PT1H0.001S must be PT0.1S to PT1H"
  })
  void settings_outOfRange(int channels, Duration keepAlive, String message) {
    var wrong =
        assertThrows(
            IllegalArgumentException.class,
            () -> new EventBusDialect.Settings(channels, keepAlive, true));
    assertEquals(message, wrong.getMessage());
  }

  @Test
  void settings_areTheFirmwares() {
    assertEquals(
        new EventBusDialect.Settings(8, Duration.ofSeconds(30), false),
        EventBusDialect.Settings.DEFAULT);
  }
}
