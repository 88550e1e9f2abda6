package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.Stamp;
import dev.signalbox.testkit.SteppedClock;
import dev.signalbox.wire.dialect.DialectStage.Edit;
import dev.signalbox.wire.dialect.RailHubSettings.Format;
import dev.signalbox.wire.dialect.RailHubSettings.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When RailHub's frames come. */
class RailHubFramesTest {
  private static final long START = SteppedClock.START.toEpochMilli();
  private DialectStage stage = still();

  /** A stage on which no group steps. */
  private static DialectStage still() {
    DialectStage stage = new RailHubSpecimen(Variant.ESP8266).stage();
    stage.become(Edit.gone("yard", "chase3"));
    return stage;
  }

  @BeforeEach
  void begin() {
    stage = still();
  }

  private void brighten(DialectStage on, int brightness) {
    on.become("yard", "out1", new Output("Output 1", 4, true, brightness, 0, 0));
  }

  private void passMs(long ms) {
    stage.pass(Duration.ofMillis(ms));
  }

  /** How many frames come in each of so many milliseconds. */
  private List<Integer> frames(Listener listener, int times, long eachMs) {
    List<Integer> counts = new ArrayList<>();
    listener.take();
    for (int i = 0; i < times; i++) {
      passMs(eachMs);
      counts.add(listener.takeMessages().size());
    }
    return counts;
  }

  @Test
  void newcomer_getsOneAtOnceAndAlone() {
    Listener first = stage.connect("/", "10.0.0.1");
    assertEquals(1, first.takeMessages().size());
    Listener second = stage.connect("/elsewhere", "10.0.0.2");
    assertEquals(1, second.takeMessages().size());
    assertEquals("", first.take());
  }

  @Test
  void quiet_isAFrameEveryHalfSecond() {
    Listener listener = stage.connect("/", "10.0.0.1");
    assertEquals(List.of(0, 1, 0, 1, 0, 1), frames(listener, 6, 250));
    passMs(60_000);
    assertEquals(120, listener.takeMessages().size());
  }

  @Test
  void regularFrames_areNotPutOffByChanges() {
    Listener listener = stage.connect("/", "10.0.0.1");
    passMs(400);
    brighten(stage, 1);
    listener.take();
    assertEquals(List.of(1, 0, 0, 0, 0, 1), frames(listener, 6, 100));
  }

  @Test
  void regularFrames_keepTheirTimesAfterALateOne() {
    Listener listener = stage.connect("/", "10.0.0.1");
    passMs(495);
    brighten(stage, 1);
    listener.take();
    passMs(19);
    assertEquals("", listener.take());
    passMs(1);
    assertEquals(1, listener.takeMessages().size());
    assertEquals(Optional.of(Duration.ofMillis(485)), stage.untilDue());
    stage.sleep(Duration.ofMillis(1485 + 40));
    stage.turn();
    assertEquals(1, listener.takeMessages().size());
    assertEquals(Optional.of(Duration.ofMillis(460)), stage.untilDue());
  }

  @Test
  void regularFrames_asOftenAsWanted() {
    RailHubSettings slow =
        new RailHubSettings(Format.DEFAULT, Duration.ofSeconds(60), 0, 4, Optional.empty());
    stage = new DialectStage(new RailHubDialect(SampleBoards.YARD, slow), stage.state());
    Listener listener = stage.connect("/", "10.0.0.1");
    assertEquals(List.of(0, 1, 0, 1), frames(listener, 4, 30_000));
  }

  @Test
  void change_isToldAtOnce() {
    Listener listener = stage.connect("/", "10.0.0.1");
    passMs(100);
    listener.take();
    brighten(stage, 42);
    List<Payload> told = listener.takeMessages();
    assertEquals(1, told.size());
    Map<?, ?> output = RailHubText.at(RailHubText.object(told.getFirst()), "outputs", 0);
    assertEquals(42L, output.get("brightness"));
  }

  @Test
  void changesWithin20Ms_shareAFrame() {
    Listener listener = stage.connect("/", "10.0.0.1");
    passMs(100);
    brighten(stage, 1);
    listener.take();
    passMs(5);
    brighten(stage, 2);
    passMs(5);
    brighten(stage, 3);
    passMs(9);
    assertEquals("", listener.take());
    passMs(1);
    List<Payload> told = listener.takeMessages();
    assertEquals(1, told.size());
    Map<?, ?> output = RailHubText.at(RailHubText.object(told.getFirst()), "outputs", 0);
    assertEquals(3L, output.get("brightness"));
    passMs(379);
    assertEquals("", listener.take());
  }

  @Test
  void changesOfABatch_areOneFrame() {
    Listener listener = stage.connect("/", "10.0.0.1");
    passMs(100);
    listener.take();
    stage.become(
        Edit.of("yard", "out1", new Output("A", 4, true, 100, 0, 0)),
        Edit.of("yard", "out2", new Output("B", 5, true, 100, 0, 0)),
        Edit.of("yard", "chase1", new Chase("C", Members.of("out3"), 65_535, true, START)));
    assertEquals(1, listener.takeMessages().size());
  }

  @Test
  void changes_ofEveryKindAreTold() {
    Listener listener = stage.connect("/", "10.0.0.1");
    List<Edit> edits =
        List.of(
            Edit.of("yard", "out1", new Output("Output 1", 4, true, 100, 0, 0)),
            Edit.of("yard", "out1", new Output("A", 4, true, 100, 0, 0)),
            Edit.of("yard", "out1", new Output("A", 4, true, 100, 500, 0)),
            Edit.of("yard", "chase1", new Chase("C", Members.of("out3"), 65_535, true, START)),
            Edit.of("yard", "chase1", new Chase("D", Members.of("out3"), 65_535, false, START)),
            Edit.gone("yard", "chase1"));
    for (Edit edit : edits) {
      passMs(30);
      listener.take();
      stage.become(edit);
      assertEquals(1, listener.takeMessages().size(), edit::toString);
    }
    var board = stage.state().board(SampleBoards.YARD).orElseThrow();
    passMs(30);
    listener.take();
    stage.apply(
        List.of(
            new Change.BoardChanged(
                new Stamp(stage.state().sequence() + 1, START),
                board.id(),
                board.info().withName("Renamed"))));
    assertTrue(listener.take().contains("\"name\":\"Renamed\""));
  }

  @Test
  void step_isToldWhenItIsTaken() {
    Listener listener = stage.connect("/", "10.0.0.1");
    stage.become(
        "yard", "chase1", new Chase("C", Members.of("out1", "out2", "out3"), 70, true, START));
    assertEquals(List.of(0L), steps(listener));
    passMs(69);
    assertEquals(List.of(), steps(listener));
    passMs(1);
    assertEquals(List.of(1L), steps(listener));
    passMs(70);
    assertEquals(List.of(2L), steps(listener));
    passMs(210);
    assertEquals(List.of(0L, 1L, 2L), steps(listener));
  }

  private static List<Object> steps(Listener listener) {
    List<Object> steps = new ArrayList<>();
    for (Payload frame : listener.takeMessages()) {
      steps.addAll(RailHubText.each(RailHubText.object(frame), "chasingGroups", "currentStep"));
    }
    return steps;
  }

  @Test
  void steps_ofTwoGroups() {
    Listener listener = stage.connect("/", "10.0.0.1");
    stage.become(
        Edit.of("yard", "chase1", new Chase("C", Members.of("out1", "out2"), 110, true, START)),
        Edit.of("yard", "chase2", new Chase("D", Members.of("out3", "out4"), 150, true, START)));
    listener.take();
    passMs(330);
    assertEquals(List.of(1L, 0L, 1L, 1L, 0L, 1L, 0L, 0L, 1L, 0L), steps(listener));
  }

  @Test
  void fastSteps_areAtMostAFrameEach20Ms() {
    Listener listener = stage.connect("/", "10.0.0.1");
    stage.become("yard", "chase1", new Chase("C", Members.of("out1", "out2"), 10, true, START));
    passMs(1000);
    listener.take();
    passMs(1000);
    assertEquals(50, listener.takeMessages().size());
  }

  @Test
  void step_ofAGroupThatStandsStillIsNone() {
    Listener listener = stage.connect("/", "10.0.0.1");
    stage.become("yard", "chase1", new Chase("C", Members.of("out2"), 100, false, START));
    stage.become("yard", "out2", new Output("Blinks", 5, true, 100, 100, START));
    passMs(20);
    assertEquals(List.of(0, 0, 0, 0, 1), frames(listener, 5, 96));
  }

  @Test
  void step_afterTheWallClockWasPutBack() {
    Listener listener = stage.connect("/", "10.0.0.1");
    long future = START + Duration.ofDays(150_000).toMillis();
    stage.become("yard", "chase1", new Chase("C", Members.of("out1"), 100, true, future));
    passMs(20);
    assertEquals(List.of(0, 0, 0, 0, 1), frames(listener, 5, 96));
  }

  @Test
  void step_ofTheEsp32IsNotTold() {
    stage = new RailHubSpecimen(Variant.ESP32).stage();
    Listener listener = stage.connect("/", "10.0.0.1");
    assertEquals(List.of(0, 0, 0, 0, 1), frames(listener, 5, 100));
  }

  @Test
  void frame_isEncodedOnceForEveryone() {
    List<Listener> listeners = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      listeners.add(stage.connect("/", "10.0.0.1"));
    }
    passMs(100);
    listeners.forEach(Listener::take);
    int before = stage.broadcasts();
    brighten(stage, 1);
    assertEquals(before + 1, stage.broadcasts());
    Payload frame = listeners.getFirst().takeMessages().getFirst();
    listeners.stream()
        .skip(1)
        .forEach(listener -> assertSame(frame, listener.takeMessages().getFirst()));
  }

  @Test
  void timeWithoutClients_isNotMadeUpFor() {
    Listener first = stage.connect("/", "10.0.0.1");
    stage.leave(first);
    brighten(stage, 1);
    passMs(10_250);
    assertEquals(Optional.empty(), stage.untilDue());
    Listener second = stage.connect("/", "10.0.0.1");
    second.take();
    assertEquals(Optional.of(Duration.ofMillis(500)), stage.untilDue());
    assertEquals(List.of(0, 1, 0, 1), frames(second, 4, 250));
  }

  @Test
  void clientThatCameTooLate_isLetGo() {
    stage = new RailHubSpecimen(Variant.ESP8266).stage(1);
    Listener first = stage.connect("/", "10.0.0.1");
    Listener second = stage.join("/", "10.0.0.2");
    assertTrue(second.isEnded());
    assertEquals("", second.take());
    stage.leave(second);
    assertEquals(Optional.of("Too many clients (max 1)"), stage.refusal("/", "10.0.0.2"));
    first.take();
    passMs(500);
    assertTrue(first.take().contains("\"wsClients\":1,"));
    stage.leave(first);
    assertEquals(Optional.empty(), stage.refusal("/", "10.0.0.2"));
  }

  /** Whatever happens when, nobody waits longer than 20 ms or hears more than 50 a second. */
  @Property
  void change_isKnownWithin20Ms(
      @ForAll @Size(max = 40) List<@IntRange(max = 60) Integer> pauses,
      @ForAll @IntRange(min = 10, max = 700) int interval) {
    DialectStage busy = still();
    Listener listener = busy.connect("/", "10.0.0.1");
    busy.become(
        "yard", "chase1", new Chase("C", Members.of("out3", "out4"), interval, true, START));
    int brightness = 0;
    for (int pause : pauses) {
      busy.pass(Duration.ofMillis(pause));
      brighten(busy, ++brightness);
      busy.pass(Duration.ofMillis(20));
      String latest = listener.all();
      assertTrue(
          latest
              .substring(latest.lastIndexOf("\"outputs\":[{"))
              .startsWith(
                  "\"outputs\":[{\"pin\":4,\"active\":true,\"brightness\":" + brightness + ","));
    }
    listener.take();
    busy.pass(Duration.ofSeconds(1));
    assertTrue(listener.takeMessages().size() <= 50);
  }
}
