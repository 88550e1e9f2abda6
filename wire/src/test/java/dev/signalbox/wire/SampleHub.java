package dev.signalbox.wire;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardInfo;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Button;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.Display;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Sensor;
import dev.signalbox.core.model.Stamp;
import dev.signalbox.core.model.Switch;
import dev.signalbox.core.model.Text;
import dev.signalbox.core.model.Tombstones;
import java.util.LinkedHashMap;
import java.util.Map;

/** A hub with one part of every kind and a board that is offline, always the same. */
final class SampleHub {
  static final String EPOCH = "8f3kq0z2m4v7c";
  static final long AT = 1_763_600_000_123L;
  static final Output OUT4 = new Output("Station Light", 4, true, 75, 0, AT);
  static final Chase RUNWAY = new Chase("Runway", Members.of("out4", "out5"), 300, true, AT);

  private SampleHub() {}

  static HubState state() {
    Map<BoardId, BoardState> boards = new LinkedHashMap<>();
    Map<String, Part> bench = new LinkedHashMap<>();
    bench.put("counter", new Counter("Counter", -7, 1, 500));
    bench.put("display", new Display("Display", "  -7", true, 7));
    bench.put("led", new Led("LED", false));
    bench.put("switch", new Switch("Switch", true, true));
    bench.put("sensor-a", new Sensor("sensorA", 17664, "", 49362));
    bench.put("warmth", new Sensor("W\u00e4rme \"A\"\u2028", 21.5, "\u00b0C", 21.4));
    bench.put("note", new Text("Note", "a line", true));
    bench.put("bell", new Button("Bell"));
    add(boards, "bench", new BoardInfo("Bench", "mixed", new Link.Online()), bench);
    Map<String, Part> yard = new LinkedHashMap<>();
    yard.put("out4", OUT4);
    yard.put("out5", new Output("Output 5", 5, false, 100, 250, AT));
    yard.put("chase1", RUNWAY);
    Link offline = new Link.Offline(AT, "no answer");
    add(boards, "yard", new BoardInfo("Yard lights", "outputs", offline), yard);
    return new HubState("Clubhouse", EPOCH, 1234, boards, Tombstones.NONE);
  }

  private static void add(
      Map<BoardId, BoardState> boards, String id, BoardInfo info, Map<String, Part> parts) {
    Stamp stamp = new Stamp(1, AT);
    Map<PartId, PartState> states = new LinkedHashMap<>();
    parts.forEach((part, value) -> states.put(new PartId(part), new PartState(value, stamp)));
    BoardId board = new BoardId(id);
    boards.put(board, new BoardState(board, info, stamp, 1, states));
  }
}
