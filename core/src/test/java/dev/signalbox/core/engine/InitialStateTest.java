package dev.signalbox.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.fixture.Replica;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.SavedPart;
import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.core.model.Stamp;
import dev.signalbox.core.model.Tombstones;
import dev.signalbox.core.stream.Filter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is true before the first change: configuration and saved settings together. */
class InitialStateTest {
  private static final long NOW = 1_000;

  private final Map<BoardId, String> names = new LinkedHashMap<>();
  private final Map<PartAddress, SavedPart> saved = new LinkedHashMap<>();
  private Map<String, Integer> limits = Map.of("chase", 4);

  private void saved(String address, String kind, Map<String, Object> values) {
    saved.put(Commands.at(address), new SavedPart.Settings(kind, values));
  }

  private HubState state() {
    Board yard = Boards.of("yard", Boards.yard().spec().parts(), limits);
    return InitialState.of("Hub", "e", List.of(yard), new SavedSettings(names, saved), NOW);
  }

  private BoardState yard() {
    return state().board(Boards.YARD).orElseThrow();
  }

  private Part part(String id) {
    return yard().part(new PartId(id)).orElseThrow();
  }

  private Map<String, Members> chases() {
    return yard().parts().entrySet().stream()
        .filter(part -> part.getValue().part() instanceof Chase)
        .collect(
            Collectors.toMap(
                part -> part.getKey().value(), part -> ((Chase) part.getValue().part()).members()));
  }

  @Test
  void nothingSaved_isAsConfigured() {
    HubState state = state();
    assertEquals(List.of("Hub", "e", 0L), List.of(state.name(), state.epoch(), state.sequence()));
    assertEquals(Tombstones.NONE, state.tombstones());
    BoardState yard = yard();
    assertEquals("Board yard", yard.info().name());
    assertEquals(new Link.Online(), yard.info().link());
    assertEquals(new Stamp(0, NOW), yard.infoChanged());
    assertEquals(
        new PartState(new Output("Output 1", 1, false, 100, 0, NOW), new Stamp(0, NOW)),
        yard.parts().get(new PartId("out1")));
    assertEquals(
        List.of("out1", "out2", "out3", "out4", "out5", "runway"),
        yard.parts().keySet().stream().map(PartId::value).toList());
  }

  @Test
  void settings_areRestored_andEffectsBeginNow() {
    names.put(Boards.YARD, "Yard lights");
    saved("yard/out1", "output", Map.of("name", "Lamp", "active", true, "blink", 500L));
    saved("yard/runway", "chase", Map.of("members", List.of("out3", "out1"), "running", false));
    assertEquals("Yard lights", yard().info().name());
    assertEquals(new Output("Lamp", 1, true, 100, 500, NOW), part("out1"));
    assertEquals(new Chase("Runway", Members.of("out3", "out1"), 300, false, NOW), part("runway"));
  }

  @Test
  void madePart_isRestored_afterTheConfiguredOnes() {
    saved("yard/chase7", "chase", Map.of("members", List.of("out5"), "name", "Row"));
    saved("yard/chase2", "chase", Map.of("members", List.of("out4"), "interval", 77));
    assertEquals(new Chase("Row", Members.of("out5"), 300, true, NOW), part("chase7"));
    assertEquals(new Chase("", Members.of("out4"), 77, true, NOW), part("chase2"));
    assertEquals(
        List.of("runway", "chase2", "chase7"),
        yard().parts().keySet().stream().map(PartId::value).skip(5).toList());
  }

  @Test
  void removedPart_staysRemoved() {
    saved.put(Commands.at("yard/runway"), new SavedPart.Removed());
    saved.put(Commands.at("yard/chase1"), new SavedPart.Removed());
    assertEquals(Map.of(), chases());
  }

  @Test
  void value_thatBreaksARule_isLeftOutAndTheRestRestored() {
    saved("yard/out1", "output", Map.of("name", "Lamp", "brightness", 101, "blink", "fast"));
    assertEquals(new Output("Lamp", 1, false, 100, 0, NOW), part("out1"));
    saved("yard/chase1", "chase", Map.of("members", List.of("out5"), "interval", 1));
    assertEquals(new Chase("", Members.of("out5"), 300, true, NOW), part("chase1"));
  }

  @Test
  void value_thatIsNoSetting_isLeftOut() {
    saved("yard/out1", "output", Map.of("pin", 9, "since", 5, "colour", "red", "name", "Lamp"));
    assertEquals(new Output("Lamp", 1, false, 100, 0, NOW), part("out1"));
  }

  @Test
  void part_ofAnotherKind_isAsConfigured() {
    saved("yard/out1", "led", Map.of("name", "Lamp"));
    assertEquals("Output 1", part("out1").name());
  }

  @Test
  void part_thatTheConfigurationNoLongerHas_isLeftOut() {
    saved("yard/out9", "output", Map.of("name", "Lamp"));
    saved("yard/relay", "relay", Map.of("name", "Lamp"));
    saved("attic/out1", "output", Map.of("name", "Lamp"));
    names.put(new BoardId("attic"), "Attic");
    assertEquals(
        Replica.of(new InitialStateTest().state(), Filter.ALL), Replica.of(state(), Filter.ALL));
  }

  @Test
  void chase_whereTheBoardNoLongerAllowsAny_isLeftOut() {
    saved("yard/chase1", "chase", Map.of("members", List.of("out5")));
    limits = Map.of("chase", 0);
    assertEquals(Map.of("runway", Members.of("out1", "out2")), chases());
  }

  @Test
  void chase_whoseOutputsAreNoLongerThere_isAsConfiguredOrLeftOut() {
    saved("yard/runway", "chase", Map.of("members", List.of("out1", "out9"), "name", "Row"));
    saved("yard/chase1", "chase", Map.of("members", List.of("out9")));
    saved("yard/chase2", "chase", Map.of("members", List.of("runway")));
    assertEquals(Map.of("runway", Members.of("out1", "out2")), chases());
    assertEquals("Runway", part("runway").name());
  }

  @Test
  void chase_whoseOutputsAreInAnother_isLeftOut() {
    saved("yard/chase1", "chase", Map.of("members", List.of("out2", "out3")));
    saved("yard/chase2", "chase", Map.of("members", List.of("out4")));
    saved("yard/chase3", "chase", Map.of("members", List.of("out5", "out4")));
    assertEquals(
        Map.of("runway", Members.of("out1", "out2"), "chase2", Members.of("out4")), chases());
  }

  @Test
  void name_thatIsNone_isAsConfigured() {
    for (String name : List.of("", " ", "x".repeat(41), "a\nb")) {
      names.put(Boards.YARD, name);
      assertEquals("Board yard", yard().info().name());
    }
  }
}
