package dev.signalbox.wire.dialect;

import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.BoardSpec;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.Display;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Sensor;
import dev.signalbox.core.model.Switch;
import dev.signalbox.testkit.SteppedHub;
import java.util.LinkedHashMap;
import java.util.Map;

/** One board for each firmware, with nothing behind them, always the same. */
final class SampleBoards {
  static final BoardId COUNTER = new BoardId("counter");
  static final BoardId TOGGLE = new BoardId("toggle");
  static final BoardId SENSORS = new BoardId("sensors");
  static final BoardId YARD = new BoardId("yard");
  private static final int[] PINS = {4, 5, 12, 13, 14, 16, 2, 15};

  private static final HubState STATE = hub().state();

  private SampleBoards() {}

  /** What is true at first. */
  static HubState state() {
    return STATE;
  }

  /** A hub of these boards that takes commands. */
  static SteppedHub hub() {
    return SteppedHub.of(counter(), toggle(), sensors(), yard());
  }

  private static Board counter() {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("display", new Display("Display", "  17", true, 7));
    parts.put("counter", new Counter("Counter", 17, 1, 500));
    parts.put("spare", new Counter("Spare", -3, 1, 500));
    return board(COUNTER, "counter", parts, Map.of());
  }

  private static Board toggle() {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("switch", new Switch("Switch", false, true));
    parts.put("led", new Led("LED", false));
    parts.put("spare", new Led("Spare", true));
    return board(TOGGLE, "toggle", parts, Map.of());
  }

  private static Board sensors() {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("sensor-a", new Sensor("sensorA", 49362, "", 7));
    parts.put("sensor-b", new Sensor("sensorB", 13502, "", 0));
    return board(SENSORS, "sensors", parts, Map.of());
  }

  private static Board yard() {
    Map<String, Part> parts = new LinkedHashMap<>();
    for (int i = 0; i < PINS.length; i++) {
      String name = "Output " + (i + 1);
      parts.put("out" + (i + 1), new Output(name, PINS[i], false, 100, 0, 0));
    }
    parts.put("chase3", new Chase("Runway", Members.of("out3", "out4"), 300, true, 0));
    return board(YARD, "outputs", parts, Map.of("chase", 4));
  }

  private static Board board(
      BoardId id, String kind, Map<String, Part> parts, Map<String, Integer> limits) {
    Map<PartId, Part> byId = new LinkedHashMap<>();
    parts.forEach((part, value) -> byId.put(new PartId(part), value));
    return new Board(new BoardSpec(id, "The " + id, kind, byId, limits), new Driver() {});
  }
}
