package dev.signalbox.store;

import static dev.signalbox.store.SettableHub.DESK;
import static dev.signalbox.store.SettableHub.YARD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.model.SavedPart;
import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.core.model.Sensor;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KeptSettingsTest {
  private static final KeptSettings KEPT = new KeptSettings(SettableHub.specs());

  private final SettableHub hub = new SettableHub(SavedSettings.NONE);

  private SavedSettings kept() {
    return KEPT.of(hub.state(), SavedSettings.NONE);
  }

  private static SavedSettings only(String board, String part, SavedPart saved) {
    return new SavedSettings(Map.of(), Map.of(PartAddress.of(board, part), saved));
  }

  @Test
  void settings_untouched_areNotKept() {
    assertEquals(SavedSettings.NONE, kept());
  }

  @Test
  void settings_oneTouched_isKeptAlone() {
    hub.set(YARD, "out3", "brightness", 40);

    assertEquals(
        only("yard", "out3", new SavedPart.Settings("output", Map.of("brightness", 40))), kept());
  }

  @Test
  void settings_putBackByHand_areNotKept() {
    hub.set(YARD, "out3", "brightness", 40);
    hub.set(YARD, "out3", "brightness", 100);

    assertEquals(SavedSettings.NONE, kept());
  }

  @Test
  void settings_notPersistent_areNotKept() {
    hub.set(DESK, "led", "lit", true);

    assertEquals(SavedSettings.NONE, kept());
  }

  @Test
  void chase_made_isKeptWhole() {
    hub.accept(new Command.MakePart(YARD, "chase", Map.of("members", List.of("out3", "out4"))));

    Map<String, Object> values =
        Map.of(
            "name",
            "Group 1",
            "members",
            List.of("out3", "out4"),
            "interval",
            300,
            "running",
            true);
    assertEquals(only("yard", "chase1", new SavedPart.Settings("chase", values)), kept());
  }

  @Test
  void chase_configuredAndRemoved_isKeptAsRemoved() {
    hub.accept(new Command.RemovePart(YARD, new PartId("runway")));

    assertEquals(only("yard", "runway", new SavedPart.Removed()), kept());
  }

  @Test
  void board_renamed_isKept() {
    hub.accept(new Command.SetBoard(YARD, Map.of("name", "Garden")));

    assertEquals(new SavedSettings(Map.of(YARD, "Garden"), Map.of()), kept());
  }

  @Test
  void board_reset_leavesNothing() {
    hub.set(YARD, "out3", "brightness", 40);
    hub.accept(new Command.SetBoard(YARD, Map.of("name", "Garden")));
    hub.accept(new Command.MakePart(YARD, "chase", Map.of("members", List.of("out3"))));
    hub.accept(new Command.RemovePart(YARD, new PartId("runway")));
    hub.accept(new Command.ResetBoard(YARD));

    assertEquals(SavedSettings.NONE, KEPT.of(hub.state(), kept()));
  }

  @Test
  void board_notConfigured_staysAsItWas() {
    SavedSettings before =
        new SavedSettings(
            Map.of(new BoardId("attic"), "Attic"),
            Map.of(
                PartAddress.of("attic", "led"),
                new SavedPart.Settings("led", Map.of("name", "L"))));

    assertEquals(before, KEPT.of(hub.state(), before));
  }

  @Test
  void part_thatWentByItself_keepsItsSettingsAndIsNotRemoved() {
    hub.set(DESK, "sensor", "name", "Cellar");
    SavedSettings before = kept();
    hub.report(new Report.Vanished(new PartId("sensor")));

    assertEquals(
        only("desk", "sensor", new SavedPart.Settings("sensor", Map.of("name", "Cellar"))),
        KEPT.of(hub.state(), before));
  }

  @Test
  void part_thatCameByItself_isNotKept() {
    hub.report(new Report.Appeared(new PartId("eth0"), new Sensor("eth0", 1, "B/s", 0)));

    assertEquals(SavedSettings.NONE, kept());
  }

  @Test
  void change_ofTheConfiguration_winsWhereNobodyTouched() {
    hub.set(YARD, "runway", "interval", 500);
    SettableHub next = new SettableHub(kept());

    assertEquals(500, ((Chase) next.part(YARD, "runway")).interval());
    assertEquals("Runway", next.part(YARD, "runway").name());
    assertEquals(
        only("yard", "runway", new SavedPart.Settings("chase", Map.of("interval", 500))), kept());
  }

  @Property(tries = 200)
  void settings_afterAnyCommands_areThereAfterARestart(@ForAll("commands") List<Command> commands) {
    SettableHub first = new SettableHub(SavedSettings.NONE);
    commands.forEach(first::command);
    SavedSettings kept = KEPT.of(first.state(), SavedSettings.NONE);

    SettableHub second = new SettableHub(kept);

    assertEquals(kept, KEPT.of(second.state(), kept));
    for (BoardId board : List.of(YARD, DESK)) {
      assertEquals(
          first.state().board(board).orElseThrow().parts().keySet(),
          second.state().board(board).orElseThrow().parts().keySet());
    }
    assertTrue(
        kept.parts().values().stream()
            .allMatch(part -> !(part instanceof SavedPart.Settings s) || !s.values().isEmpty()));
  }

  @Provide
  static Arbitrary<List<Command>> commands() {
    Arbitrary<PartId> outputs = Arbitraries.of("out1", "out2", "out3", "out4").map(PartId::new);
    Arbitrary<PartId> chases = Arbitraries.of("runway", "chase1", "chase2").map(PartId::new);
    Arbitrary<Command> dim =
        Combinators.combine(outputs, Arbitraries.integers().between(0, 100))
            .as((part, value) -> new Command.SetPart(YARD, part, Map.of("brightness", value)));
    Arbitrary<Command> name =
        Combinators.combine(
                Arbitraries.oneOf(outputs, chases), Arbitraries.strings().ofMaxLength(8))
            .as((part, text) -> new Command.SetPart(YARD, part, Map.of("name", text)));
    Arbitrary<Command> make =
        outputs
            .map(PartId::value)
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .uniqueElements()
            .map(ids -> new Command.MakePart(YARD, "chase", Map.of("members", ids)));
    Arbitrary<Command> remove = chases.map(id -> new Command.RemovePart(YARD, id));
    Arbitrary<Command> rename =
        Arbitraries.strings()
            .ofMaxLength(8)
            .map(t -> new Command.SetBoard(YARD, Map.of("name", t)));
    Arbitrary<Command> reset = Arbitraries.just(new Command.ResetBoard(YARD));
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, dim),
            net.jqwik.api.Tuple.of(4, name),
            net.jqwik.api.Tuple.of(4, make),
            net.jqwik.api.Tuple.of(3, remove),
            net.jqwik.api.Tuple.of(2, rename),
            net.jqwik.api.Tuple.of(1, reset))
        .list()
        .ofMaxSize(20);
  }
}
