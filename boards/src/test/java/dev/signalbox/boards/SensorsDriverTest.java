package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.Sensor;
import dev.signalbox.testkit.SteppedClock;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SensorsDriverTest {
  private static final PartAddress A = PartAddress.of("sensors", "sensor-a");
  private static final PartAddress B = PartAddress.of("sensors", "sensor-b");

  /** Says what it was told to say, values and pauses apart. */
  private static final class Script implements RandomGenerator {
    private final Deque<Integer> values = new ArrayDeque<>();
    private final Deque<Long> pauses = new ArrayDeque<>();

    Script(List<Integer> values, List<Long> pauses) {
      this.values.addAll(values);
      this.pauses.addAll(pauses);
    }

    @Override
    public int nextInt(int bound) {
      assertEquals(65_536, bound);
      return values.remove();
    }

    @Override
    public long nextLong(long origin, long bound) {
      assertEquals(10_000, origin);
      assertEquals(29_001, bound);
      return pauses.remove();
    }

    @Override
    public long nextLong() {
      throw new AssertionError("not asked for");
    }
  }

  private static SteppedHub hub(RandomGenerator random) {
    return SteppedHub.of(
        SensorsDriver.board(new BoardId("sensors"), "Sensors", SensorsSettings.DEFAULT, random));
  }

  @Test
  void start_hasRandomValuesWithoutAPast() {
    try (SteppedHub hub = hub(new Script(List.of(7, 65_535), List.of(10_000L, 20_000L)))) {
      assertEquals(new Sensor("sensorA", 7, "", 7), hub.part(A, Sensor.class));
      assertEquals(new Sensor("sensorB", 65_535, "", 65_535), hub.part(B, Sensor.class));
    }
  }

  @Test
  void sensor_takesAValueAfterItsOwnPause() {
    Script random =
        new Script(List.of(1, 2, 10, 20, 11), List.of(10_000L, 15_000L, 29_000L, 25_000L, 12_000L));
    try (SteppedHub hub = hub(random)) {
      hub.step(Duration.ofMillis(9_999));
      assertEquals(List.of(), hub.changes());

      hub.step(Duration.ofMillis(1));
      assertEquals(new Sensor("sensorA", 10, "", 1), hub.part(A, Sensor.class));
      assertEquals(new Sensor("sensorB", 2, "", 2), hub.part(B, Sensor.class));

      hub.step(Duration.ofSeconds(5));
      assertEquals(new Sensor("sensorB", 20, "", 2), hub.part(B, Sensor.class));

      hub.step(Duration.ofSeconds(24));
      assertEquals(new Sensor("sensorA", 11, "", 10), hub.part(A, Sensor.class));
      assertEquals(3, hub.changes().size());
    }
  }

  @Test
  void sensor_takingTheSameValue_doesNotChange() {
    Script random = new Script(List.of(5, 6, 5), List.of(10_000L, 29_000L, 29_000L));
    try (SteppedHub hub = hub(random)) {
      hub.step(Duration.ofSeconds(10));

      assertEquals(List.of(), hub.changes());
      assertEquals(0, random.values.size());
    }
  }

  @Property(tries = 20)
  void sensors_keepPausesAndRange(@ForAll long seed) {
    SteppedClock clock = new SteppedClock();
    try (SteppedHub hub = hub(new Random(seed))) {
      double before = hub.part(A, Sensor.class).value();
      List<Long> times = new ArrayList<>(List.of(clock.millis()));
      hub.step(Duration.ofMinutes(30));
      for (Change change : hub.changes()) {
        if (change instanceof Change.PartChanged changed
            && changed.address().equals(A)
            && changed.part() instanceof Sensor sensor) {
          times.add(changed.stamp().at());
          assertTrue(sensor.value() >= 0 && sensor.value() <= 65_535, sensor::toString);
          assertEquals(before, sensor.previous());
          before = sensor.value();
        }
      }
      assertTrue(times.size() > 1_800 / 29 - 2, () -> times.size() + " values");
      for (int i = 1; i < times.size(); i++) {
        long pause = times.get(i) - times.get(i - 1);
        assertTrue(pause >= 10_000, () -> "pause of " + pause);
      }
    }
  }
}
