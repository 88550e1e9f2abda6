package dev.signalbox.boards;

import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.BoardSpec;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.engine.Reports;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.model.Sensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Simulated sensors: each takes a random value of 16 bits, unsigned, after a random pause of its
 * own. Owned by the engine's thread.
 */
public final class SensorsDriver implements Driver {
  private static final int VALUES = 1 << 16;

  private final SensorsSettings settings;
  private final RandomGenerator random;
  private final Map<PartId, Long> due = new LinkedHashMap<>();

  private SensorsDriver(SensorsSettings settings, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
  }

  /**
   * A board of sensors that begin at random values.
   *
   * @param random where values and pauses come from; from the engine's start on for this board
   *     alone
   */
  public static Board board(
      BoardId id, String name, SensorsSettings settings, RandomGenerator random) {
    Map<PartId, Part> parts = new LinkedHashMap<>();
    for (SensorsSettings.Probe probe : settings.sensors()) {
      // Before its first change, a sensor has had no other value than the one it has.
      int value = random.nextInt(VALUES);
      parts.put(probe.id(), new Sensor(probe.name(), value, probe.unit(), value));
    }
    BoardSpec spec = new BoardSpec(id, name, "sensors", parts, Map.of());
    return new Board(spec, new SensorsDriver(settings, random));
  }

  @Override
  public List<Report> start(BoardState board, Reports reports, Moment now) {
    settings.sensors().forEach(probe -> due.put(probe.id(), afterPause(now)));
    return List.of();
  }

  @Override
  public long nextDue() {
    return due.values().stream().mapToLong(Long::longValue).min().orElse(NEVER);
  }

  @Override
  public List<Report> step(BoardState board, Moment now) {
    List<Report> observed = new ArrayList<>();
    for (Map.Entry<PartId, Long> sensor : due.entrySet()) {
      if (now.isPast(sensor.getValue())) {
        sensor.setValue(afterPause(now));
        Measured.report(board, sensor.getKey(), random.nextInt(VALUES)).ifPresent(observed::add);
      }
    }
    return observed;
  }

  private long afterPause(Moment now) {
    long longest = settings.longest().toMillis();
    return now.nanosIn(random.nextLong(settings.shortest().toMillis(), longest + 1));
  }
}
