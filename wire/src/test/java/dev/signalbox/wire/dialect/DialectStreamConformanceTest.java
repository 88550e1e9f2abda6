package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Tombstones;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the streams of every dialect, and for its time. */
class DialectStreamConformanceTest {
  private static final String A = "10.0.0.1";

  private static final String B = "10.0.0.2";

  private static final Duration WHILE = Duration.ofSeconds(2);

  static Stream<Specimen> all() {
    return Specimens.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void change_isToldToEveryoneAlike(Specimen specimen) {
    DialectStage stage = specimen.stage();
    Listener first = specimen.follow(stage, A);
    Listener second = specimen.follow(stage, B);
    stage.pass(WHILE);
    first.take();
    second.take();
    for (int time = 0; time < 4; time++) {
      specimen.change(stage, time);
      stage.pass(Duration.ofMillis(100));
      List<Payload> told = first.takeMessages();
      assertFalse(told.isEmpty());
      assertEquals(told, second.takeMessages());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void change_ofAnotherBoardIsNotTold(Specimen specimen) {
    DialectStage stage = specimen.stage();
    Listener listener = specimen.follow(stage, A);
    listener.take();
    all()
        .filter(other -> !other.board().equals(specimen.board()))
        .forEach(other -> other.change(stage, 0));
    assertEquals("", listener.take());
  }

  @ParameterizedTest
  @MethodSource("all")
  void boardGoesOffline_keepsItsFollowers(Specimen specimen) {
    DialectStage stage = specimen.stage();
    Listener listener = specimen.follow(stage, A);
    stage.link(specimen.board().value(), new Link.Offline(0, "no answer"));
    stage.link(specimen.board().value(), new Link.Online());
    specimen.change(stage, 0);
    stage.pass(WHILE);
    assertFalse(listener.isEnded());
    assertEquals(specimen.view(undisturbed(specimen)), specimen.view(listener.all()));
  }

  /** What the same change tells one whose board stayed online. */
  private static String undisturbed(Specimen specimen) {
    DialectStage calm = specimen.stage();
    Listener listener = specimen.follow(calm, A);
    specimen.change(calm, 0);
    calm.pass(WHILE);
    return listener.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void stalledClient_endsOnTheTruth(Specimen specimen) {
    DialectStage stage = specimen.stage();
    Listener steady = specimen.follow(stage, A);
    Listener slow = specimen.follow(stage, B);
    stage.pass(WHILE);
    int time = 0;
    for (int missed = 0; missed < 5; missed++) {
      specimen.change(stage, time++);
      stage.stall(slow);
      for (int i = 0; i < missed; i++) {
        specimen.change(stage, time++);
        stage.pass(Duration.ofMillis(50));
      }
      stage.recover(slow);
      stage.pass(Duration.ofMillis(50));
      assertEquals(specimen.view(steady.all()), specimen.view(slow.all()), missed + " missed");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void room_isKept(Specimen specimen) {
    DialectStage stage = specimen.stage(3);
    List<Listener> inside = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      inside.add(specimen.follow(stage, "10.0.0." + i));
    }
    assertTrue(specimen.isRefused(stage, "10.0.0.4"));
    assertTrue(specimen.isRefused(stage, "10.0.0.1"));
    specimen.leaveForGood(stage, inside.get(1));
    Listener fourth = specimen.follow(stage, "10.0.0.4");
    assertFalse(fourth.isEnded());
    assertTrue(specimen.isRefused(stage, "10.0.0.2"));
    fourth.take();
    specimen.change(stage, 0);
    stage.pass(WHILE);
    assertFalse(fourth.take().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("all")
  void manyClients_areAllTold(Specimen specimen) {
    DialectStage stage = specimen.stage();
    List<Listener> listeners = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      listeners.add(specimen.follow(stage, "10.0." + i / 250 + "." + i % 250));
    }
    stage.pass(WHILE);
    listeners.forEach(Listener::take);
    specimen.change(stage, 0);
    stage.pass(Duration.ofMillis(100));
    Set<String> told = listeners.stream().map(Listener::take).collect(Collectors.toSet());
    assertEquals(1, told.size());
    assertFalse(told.contains(""));
  }

  @ParameterizedTest
  @MethodSource("all")
  void nobodyFollows_isNeverDue(Specimen specimen) {
    DialectStage stage = specimen.stage();
    assertEquals(Optional.empty(), stage.untilDue());
    Listener first = specimen.follow(stage, A);
    Listener second = specimen.follow(stage, B);
    stage.pass(WHILE);
    specimen.leaveForGood(stage, first);
    specimen.leaveForGood(stage, second);
    specimen.change(stage, 0);
    assertEquals(Optional.empty(), stage.untilDue());
  }

  @ParameterizedTest
  @MethodSource("all")
  void turn_beforeItIsDueSaysNothing(Specimen specimen) {
    DialectStage stage = specimen.stage();
    Listener listener = specimen.follow(stage, A);
    specimen.follow(stage, B);
    listener.take();
    Optional<Duration> before = stage.untilDue();
    stage.turn();
    assertEquals("", listener.take());
    assertEquals(before, stage.untilDue());
  }

  @ParameterizedTest
  @MethodSource("all")
  void longSleep_isMadeUpForOnce(Specimen specimen) {
    DialectStage stage = specimen.stage();
    Listener listener = specimen.follow(stage, A);
    specimen.follow(stage, B);
    listener.take();
    stage.sleep(Duration.ofDays(1));
    stage.pass(Duration.ZERO);
    assertTrue(listener.takeMessages().size() <= 1);
    stage.untilDue().ifPresent(until -> assertTrue(until.isPositive(), until::toString));
  }

  @ParameterizedTest
  @MethodSource("all")
  void leaving_ofOneThatNeverCame(Specimen specimen) {
    DialectStage stage = specimen.stage();
    Listener listener = specimen.follow(stage, A);
    stage.pass(WHILE);
    listener.take();
    stage.leave(new Listener(new Client(99, B, "/")));
    assertEquals("", listener.take());
  }

  @ParameterizedTest
  @MethodSource("all")
  void board_withoutParts(Specimen specimen) {
    DialectStage stage = specimen.stage();
    specimen.follow(stage, A);
    String board = specimen.board().value();
    stage.state().board(specimen.board()).orElseThrow().parts().keySet().stream()
        .map(part -> DialectStage.Edit.gone(board, part.value()))
        .forEach(stage::become);
    Listener late = specimen.follow(stage, B);
    specimen.commands().forEach(r -> Replies.assertSound(stage.ask(r), specimen.board()));
    stage.stall(late);
    stage.recover(late);
    specimen.change(stage, 0);
    stage.pass(WHILE);
    assertFalse(late.isEnded());
  }

  @ParameterizedTest
  @MethodSource("all")
  void board_thatIsNotThere(Specimen specimen) {
    HubState empty = new HubState("Hub", "e", 0, Map.of(), Tombstones.NONE);
    DialectStage stage = new DialectStage(specimen.dialect(), empty);
    Listener listener = specimen.follow(stage, A);
    specimen.commands().forEach(r -> Replies.assertSound(stage.ask(r), specimen.board()));
    stage.stall(listener);
    stage.recover(listener);
    stage.pass(WHILE);
    stage.leave(listener);
  }

  @ParameterizedTest
  @MethodSource("all")
  void anotherThread_isRefused(Specimen specimen) throws InterruptedException {
    DialectStage stage = specimen.stage();
    specimen.follow(stage, A);
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Thread stranger = new Thread(() -> specimen.change(stage, 0));
    stranger.setUncaughtExceptionHandler((_, fault) -> thrown.set(fault));
    stranger.start();
    stranger.join();
    assertInstanceOf(AssertionError.class, thrown.get());
  }
}
