package dev.signalbox.server;

import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.BoardSpec;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.engine.Reports;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.model.Sensor;
import dev.signalbox.core.model.Switch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Boards that do nothing by themselves: what their drivers report is up to the test. */
final class PuppetBoards {
  /** A driver that hands the test its {@link Reports}. */
  private final class Puppet implements Driver {
    private volatile Reports reports = _ -> false;

    @Override
    public List<Report> start(BoardState board, Reports later, Moment now) {
      reports = later;
      return List.of();
    }

    @Override
    public List<Report> press(PartId part, BoardState board, Moment now) {
      pressed.add(part.value());
      return List.of();
    }
  }

  private final List<Board> boards = new ArrayList<>();
  private final Map<String, Puppet> puppets = new HashMap<>();
  private final List<String> pressed = new CopyOnWriteArrayList<>();

  /** The boards {@code counter}, {@code toggle}, {@code yard} and {@code far}. */
  PuppetBoards() {
    add("counter", Map.of(), Map.of("counter", new Counter("Counter", 0, 1, 500)));
    Map<String, Part> toggle = new LinkedHashMap<>();
    toggle.put("led", new Led("LED", false));
    toggle.put("switch", new Switch("Switch", false, true));
    toggle.put("real", new Switch("Real switch", false, false));
    add("toggle", Map.of(), toggle);
    Map<String, Part> yard = new LinkedHashMap<>();
    for (int i = 1; i <= 8; i++) {
      yard.put("out" + i, new Output("Output " + i, i, false, 100, 0, 0));
    }
    add("yard", Map.of("chase", 4), yard);
    add("far", Map.of(), Map.of("sensor", new Sensor("Far", 1, "", 0)));
  }

  /** Those and the board {@code sensors}, of two. */
  static PuppetBoards withSensors() {
    PuppetBoards puppets = new PuppetBoards();
    Map<String, Part> sensors = new LinkedHashMap<>();
    sensors.put("a", new Sensor("sensorA", 0, "", 0));
    sensors.put("b", new Sensor("sensorB", 0, "", 0));
    puppets.add("sensors", Map.of(), sensors);
    return puppets;
  }

  private void add(String id, Map<String, Integer> limits, Map<String, Part> parts) {
    Map<PartId, Part> byId = new LinkedHashMap<>();
    parts.forEach((part, value) -> byId.put(new PartId(part), value));
    Puppet puppet = new Puppet();
    puppets.put(id, puppet);
    boards.add(new Board(new BoardSpec(new BoardId(id), id, "test", byId, limits), puppet));
  }

  List<Board> boards() {
    return List.copyOf(boards);
  }

  /** Has the board's driver report these together; false if the engine does not take them. */
  boolean offer(String board, Report... reports) {
    Puppet puppet = puppets.get(board);
    return puppet != null && puppet.reports.offer(List.of(reports));
  }

  /** The parts that were pressed, in order. */
  List<String> pressed() {
    return pressed;
  }
}
