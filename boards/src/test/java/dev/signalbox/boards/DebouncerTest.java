package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.Driver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DebouncerTest {
  private static final long START = -5_000;

  private final Debouncer debouncer = new Debouncer(Duration.ofNanos(20));

  private boolean edge(boolean active, long at) {
    return debouncer.edge(active, START + at);
  }

  private Optional<Boolean> take(long at) {
    return debouncer.take(START + at);
  }

  @Test
  void level_keptForTheDebounceTime_counts() {
    assertEquals(Driver.NEVER, debouncer.due());
    edge(true, 0);

    assertEquals(START + 20, debouncer.due());
    assertEquals(Optional.empty(), take(19));
    assertEquals(Optional.of(true), take(20));
    assertEquals(Optional.empty(), take(1_000));
    assertEquals(Driver.NEVER, debouncer.due());
  }

  @Test
  void bounce_beginsTheTimeAnew() {
    edge(true, 0);
    edge(false, 5);
    edge(true, 7);

    assertEquals(START + 27, debouncer.due());
    assertEquals(Optional.empty(), take(26));
    assertEquals(Optional.of(true), take(27));
  }

  @Test
  void spike_shorterThanTheDebounceTime_isNothing() {
    edge(true, 0);
    edge(false, 19);

    assertEquals(Driver.NEVER, debouncer.due());
    assertEquals(Optional.empty(), take(1_000));
  }

  @Test
  void press_takenLate_isNotLost() {
    edge(true, 0);
    edge(false, 20);
    edge(true, 60);
    edge(false, 70);

    assertTrue(debouncer.due() <= START + 70);
    assertEquals(Optional.of(true), take(1_000));
    assertEquals(Optional.of(false), take(1_000));
    assertEquals(Optional.empty(), take(1_000));
  }

  @Test
  void edge_tellsOnlyOfTheFirstDueTime() {
    assertTrue(edge(true, 0));
    assertFalse(edge(false, 1));
    assertFalse(edge(true, 2));

    debouncer.due();
    assertFalse(edge(false, 3), "the due time is known");

    debouncer.due();
    assertTrue(edge(true, 4), "there was none any more");
  }

  @Test
  void storm_leavesABoundedNumberAndTheRightEnd() {
    Debouncer quick = new Debouncer(Duration.ZERO);
    for (int i = 0; i < 1_000_001; i++) {
      quick.edge(i % 2 == 0, START + i);
    }

    List<Boolean> taken = new ArrayList<>();
    for (var next = quick.take(1_000_000); next.isPresent(); next = quick.take(1_000_000)) {
      taken.add(next.get());
    }
    assertTrue(taken.size() <= 64, () -> taken.size() + " levels");
    assertEquals(1_000_001 % 4, taken.size() % 4, "an even number of presses was dropped");
    assertTrue(taken.getFirst());
    assertTrue(taken.getLast());
  }

  @Property
  void levels_areThoseOfANaiveWatcher(
      @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 45) Integer> pauses,
      @ForAll @IntRange(min = 1, max = 30) int debounce,
      @ForAll @IntRange(min = 1, max = 200) int lateness) {
    boolean[] line = line(pauses);
    assertEquals(naive(line, debounce), debounced(line, debounce, lateness));
  }

  /** A line that changes its level after each pause, and then stays. */
  private static boolean[] line(List<Integer> pauses) {
    int length = pauses.stream().mapToInt(Integer::intValue).sum();
    boolean[] line = new boolean[length + 300];
    int at = 0;
    boolean level = false;
    for (int pause : pauses) {
      Arrays.fill(line, at, at + pause, level);
      at += pause;
      level = !level;
    }
    Arrays.fill(line, at, line.length, level);
    return line;
  }

  /** Looks at the line at each instant: a level that it found so many times in a row counts. */
  private static List<Boolean> naive(boolean[] line, int debounce) {
    List<Boolean> counted = new ArrayList<>();
    boolean level = false;
    int differs = 0;
    for (boolean now : line) {
      differs = now == level ? 0 : differs + 1;
      if (differs >= debounce) {
        level = now;
        differs = 0;
        counted.add(level);
      }
    }
    return counted;
  }

  private static List<Boolean> debounced(boolean[] line, int debounce, int lateness) {
    Debouncer debouncer = new Debouncer(Duration.ofNanos(debounce));
    List<Boolean> taken = new ArrayList<>();
    boolean level = false;
    for (int at = 0; at < line.length; at++) {
      if (line[at] != level) {
        level = line[at];
        debouncer.edge(level, START + at);
      }
      if (at % lateness == 0 || at == line.length - 1) {
        takeAll(debouncer, START + at, taken);
      }
    }
    return taken;
  }

  private static void takeAll(Debouncer debouncer, long nanos, List<Boolean> taken) {
    for (var next = debouncer.take(nanos); next.isPresent(); next = debouncer.take(nanos)) {
      taken.add(next.get());
    }
  }
}
