package dev.signalbox.core.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.fixture.Quiet;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ChangeStreamTest {
  private final HubState initial = Rig.of(Boards.toggle()).state();
  private final ChangeStream stream = new ChangeStream(initial, new ChangeLog(4));

  private static Change flip(HubState before) {
    long sequence = before.sequence() + 1;
    return new Change.PartChanged(
        new Stamp(sequence, 0),
        Commands.at("toggle/led"),
        new Led("Led", sequence % 2 == 1),
        Set.of("lit"));
  }

  private List<Change> publish(int count) {
    return publish(stream, count);
  }

  /** Publishes a batch of so many changes. */
  private static List<Change> publish(ChangeStream stream, int count) {
    List<Change> changes = new ArrayList<>();
    HubState after = stream.state();
    for (int i = 0; i < count; i++) {
      changes.add(flip(after));
      after = after.after(List.of(changes.getLast()));
    }
    stream.publish(changes, after);
    return changes;
  }

  @Test
  void cursor_startsAtWhatIsTrueNow() {
    publish(2);
    Cursor cursor = stream.cursor();
    assertEquals(2, cursor.state().sequence());
    assertEquals(Optional.of(List.of()), cursor.advance());
  }

  @Test
  void advance_takesAllThatIsNewInOneGo() {
    Cursor cursor = stream.cursor();
    List<Change> changes = new ArrayList<>(publish(1));
    changes.addAll(publish(3));
    assertEquals(initial, cursor.state());
    assertEquals(Optional.of(changes), cursor.advance());
    assertEquals(stream.state(), cursor.state());
  }

  @Test
  void advance_tooLate_hasTheStateButNotTheChanges() {
    Cursor cursor = stream.cursor();
    publish(5);
    assertEquals(Optional.empty(), cursor.advance());
    assertEquals(stream.state(), cursor.state());
    List<Change> changes = publish(2);
    assertEquals(Optional.of(changes), cursor.advance());
  }

  @Test
  void listener_findsTheStateAndTheChangesPublic() {
    List<Long> seen = new ArrayList<>();
    Cursor cursor = stream.cursor();
    Runnable listener = () -> seen.add((long) cursor.advance().orElseThrow().size());
    stream.listen(listener);
    publish(3);
    publish(1);
    stream.forget(listener);
    publish(1);
    assertEquals(List.of(3L, 1L), seen);
  }

  @Test
  void listener_thatThrows_holdsUpNobody() {
    Quiet.please();
    List<Long> seen = new ArrayList<>();
    stream.listen(() -> {
      throw new IllegalStateException("its loop has ended");
    });
    stream.listen(() -> seen.add(stream.state().sequence()));
    publish(2);
    assertEquals(List.of(2L), seen);
  }

  @Test
  @Timeout(30)
  void advance_byOtherThreads_followsWithoutAGap() throws Exception {
    int publications = 20_000;
    ChangeStream wide = new ChangeStream(initial, new ChangeLog(2 * publications));
    try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
      List<Future<Long>> ends = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        Cursor cursor = wide.cursor();
        ends.add(readers.submit(() -> follow(cursor, publications)));
      }
      for (int i = 0; i < publications; i++) {
        publish(wide, 1 + i % 2);
      }
      for (Future<Long> end : ends) {
        assertEquals(wide.state().sequence(), end.get());
      }
    }
  }

  /** Reads to the end, and holds every step against the state. */
  private static long follow(Cursor cursor, long publications) {
    long end = publications + publications / 2;
    while (cursor.state().sequence() < end) {
      HubState before = cursor.state();
      List<Change> news = cursor.advance().orElseThrow();
      assertEquals(cursor.state(), before.after(news));
      // Publications are of one and two changes in turn, so what is public is never 2 of 3.
      assertNotEquals(2, cursor.state().sequence() % 3, "a batch was split");
    }
    return cursor.state().sequence();
  }
}
