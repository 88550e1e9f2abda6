package dev.signalbox.core.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.stream.Subscriber.CatchUp;
import dev.signalbox.core.stream.Subscriber.Mode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriberTest {
  private final Rig rig = Rig.of(Boards.toggle(), Boards.yard());
  private final ChangeLog log = new ChangeLog(4);

  /** Has the led flipped so often, then the output once. */
  private void flip(int times) {
    int before = rig.changes().size();
    for (int i = 0; i < times; i++) {
      rig.accept(Commands.toggle("toggle/led"));
    }
    rig.accept(Commands.toggle("yard/out1"));
    rig.changes().subList(before, rig.changes().size()).forEach(log::append);
  }

  private CatchUp catchUp(Subscriber subscriber, int most) {
    return subscriber.catchUp(rig.state(), log, most);
  }

  private Change put(String board, String part) {
    var state = rig.partState(board, part);
    return new Change.PartPut(state.changed(), Commands.at(board + "/" + part), state.part());
  }

  @Test
  void new_isNotLive_untilItCaughtUp() {
    Subscriber subscriber = new Subscriber(Filter.ALL, Mode.LATEST, 0);
    assertFalse(subscriber.isLive());
    assertEquals(new CatchUp.Missed(List.of(), 0, 0), catchUp(subscriber, 10));
    assertTrue(subscriber.isLive());
    assertEquals(0, subscriber.complete());
  }

  @Test
  void latest_getsEachPartWholeAndHowManyWereFolded() {
    flip(8);
    Subscriber subscriber = new Subscriber(Filter.ALL, Mode.LATEST, 0);
    subscriber.held(9);
    assertEquals(
        new CatchUp.Missed(List.of(put("toggle", "led"), put("yard", "out1")), 9, 7),
        catchUp(subscriber, 1));
    assertTrue(subscriber.isLive());
    assertEquals(9, subscriber.complete());
    subscriber.fellBehind(9);
    assertFalse(subscriber.isLive());
    assertEquals(new CatchUp.Missed(List.of(), 9, 0), catchUp(subscriber, 1));
  }

  @Test
  void latest_withAFilter_isCompleteAllTheSame() {
    flip(8);
    Filter toggle = new Filter(Set.of(Boards.TOGGLE), List.of(new Glob("note")));
    Subscriber subscriber = new Subscriber(toggle, Mode.LATEST, 0);
    assertEquals(new CatchUp.Missed(List.of(), 9, 0), catchUp(subscriber, 1));
  }

  @Test
  void every_getsEachChangeInPortions() {
    flip(2);
    Subscriber subscriber = new Subscriber(Filter.ALL, Mode.EVERY, 0);
    List<Change> changes = rig.changes();
    assertEquals(new CatchUp.Missed(changes.subList(0, 2), 2, 0), catchUp(subscriber, 2));
    assertFalse(subscriber.isLive());
    assertEquals(2, subscriber.complete());
    assertEquals(new CatchUp.Missed(changes.subList(2, 3), 3, 0), catchUp(subscriber, 2));
    assertTrue(subscriber.isLive());
  }

  @Test
  void every_withAFilter_skipsTheRest() {
    flip(2);
    Filter yard = new Filter(Set.of(Boards.YARD), List.of());
    Subscriber subscriber = new Subscriber(yard, Mode.EVERY, 0);
    assertEquals(new CatchUp.Missed(List.of(), 2, 0), catchUp(subscriber, 2));
    assertEquals(new CatchUp.Missed(rig.changes().subList(2, 3), 3, 0), catchUp(subscriber, 2));
  }

  @Test
  void every_outOfTheLog_isLagged() {
    flip(8);
    Subscriber late = new Subscriber(Filter.ALL, Mode.EVERY, 4);
    assertTrue(late.hasLagged(rig.state(), log));
    assertEquals(new CatchUp.Lagged(5), catchUp(late, 1));
    Subscriber inTime = new Subscriber(Filter.ALL, Mode.EVERY, 5);
    assertFalse(inTime.hasLagged(rig.state(), log));
    assertEquals(new CatchUp.Missed(rig.changes().subList(5, 9), 9, 0), catchUp(inTime, 10));
  }

  @Test
  void fellBehind_isCompleteUpToThen() {
    Subscriber subscriber = new Subscriber(Filter.ALL, Mode.EVERY, 0);
    subscriber.fellBehind(7);
    assertEquals(7, subscriber.complete());
    assertEquals(Mode.EVERY, subscriber.mode());
    assertEquals(Filter.ALL, subscriber.filter());
  }
}
