package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.Moment;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CadenceTest {
  private static final long START = -1_000_000_000;

  private final Cadence cadence = new Cadence(Duration.ofNanos(10), 3);

  private static Moment at(long nanos) {
    return new Moment(START + nanos, 0);
  }

  @Test
  void beat_beforeTheBeginning_neverComes() {
    assertEquals(Driver.NEVER, cadence.due());
    assertFalse(cadence.beat(at(1_000)));
  }

  @Test
  void beat_late_doesNotPutOffTheNext() {
    cadence.begin(at(0));

    assertFalse(cadence.beat(at(9)));
    assertTrue(cadence.beat(at(17)));
    assertEquals(START + 20, cadence.due());
  }

  @Test
  void beat_behindByThree_makesUpForEach() {
    cadence.begin(at(0));

    for (int i = 1; i <= 4; i++) {
      assertTrue(cadence.beat(at(49)), "beat " + i);
    }
    assertFalse(cadence.beat(at(49)));
    assertEquals(START + 50, cadence.due());
  }

  @Test
  void beat_behindByMore_standsForAllAndKeepsTheGrid() {
    cadence.begin(at(0));

    assertTrue(cadence.beat(at(50)));
    assertFalse(cadence.beat(at(50)));
    assertEquals(START + 60, cadence.due());
  }

  @Property
  void beat_atAnyTimes_staysOnTheGridAndNeverRunsAhead(
      @ForAll @Size(max = 100) List<@IntRange(max = 39) Integer> pauses) {
    Cadence asked = new Cadence(Duration.ofNanos(10), 3);
    asked.begin(at(0));
    long now = 0;
    long beats = 0;
    for (int pause : pauses) {
      now += pause;
      while (asked.beat(at(now))) {
        beats++;
      }
    }
    assertEquals(now / 10, beats);
    assertEquals(START + (now / 10 + 1) * 10, asked.due());
  }
}
