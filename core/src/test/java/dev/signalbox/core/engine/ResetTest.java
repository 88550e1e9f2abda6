package dev.signalbox.core.engine;

import static dev.signalbox.core.fixture.Commands.chase;
import static dev.signalbox.core.fixture.Commands.remove;
import static dev.signalbox.core.fixture.Commands.rename;
import static dev.signalbox.core.fixture.Commands.reset;
import static dev.signalbox.core.fixture.Commands.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Replica;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.model.Switch;
import dev.signalbox.core.stream.Filter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Resets put saved settings back, in one batch. */
class ResetTest {
  private final Rig rig = Rig.of(Boards.yard(), Boards.counter(), Boards.toggle());

  @Test
  void reset_ofWhatIsAsConfigured_isNoChange() {
    HubState before = rig.state();
    Outcome.Accepted accepted = rig.accept(reset("yard"));
    assertEquals(0, accepted.sequence());
    assertEquals(before, rig.state());
  }

  @Test
  void reset_putsSettingsAndNameBackInOneBatch() {
    Replica before = Replica.of(rig.state(), Filter.ALL);
    rig.accept(
        set("yard/out1", Map.of("name", "Lamp", "brightness", 10)),
        set("yard/runway", Map.of("name", "Row")),
        rename("yard", "Yard"));
    Outcome.Accepted accepted = rig.accept(reset("yard"));
    assertEquals(before, Replica.of(rig.state(), Filter.ALL));
    assertEquals(2, rig.published().size());
    assertEquals(rig.state().sequence(), accepted.sequence());
  }

  @Test
  void reset_effects_beginWithTheReset() {
    rig.accept(set("yard/out1", Map.of("active", true, "blink", 500)));
    rig.accept(set("yard/runway", "interval", 50));
    rig.clock().pass(1_234);
    rig.accept(reset("yard"));
    long now = rig.clock().millis();
    assertEquals(
        new Output("Output 1", 1, false, 100, 0, now), rig.part("yard", "out1", Output.class));
    assertEquals(
        new Chase("Runway", Members.of("out1", "out2"), 300, true, now),
        rig.part("yard", "runway", Chase.class));
  }

  @Test
  void reset_removesWhatWasMadeAndBringsBackWhatWasRemoved() {
    rig.accept(remove("yard/runway"));
    rig.accept(chase("out1", "out3"), chase("out4"));
    rig.clock().pass(100);
    rig.accept(reset("yard"));
    assertEquals(
        new Chase("Runway", Members.of("out1", "out2"), 300, true, rig.clock().millis()),
        rig.part("yard", "runway", Chase.class));
    assertEquals(6, rig.state().board(Boards.YARD).orElseThrow().parts().size());
  }

  @Test
  void reset_leavesWhatIsNoSetting() {
    rig.accept(set("counter/counter", "value", 77), set("toggle/switch", "pressed", true));
    rig.accept(reset("counter"), reset("toggle"));
    assertEquals(77, rig.part("counter", "counter", Counter.class).value());
    assertTrue(rig.part("toggle", "switch", Switch.class).pressed());
  }

  @Test
  void reset_leavesOtherBoards() {
    rig.accept(set("toggle/note", "name", "Notes"));
    rig.accept(reset("yard"));
    assertEquals("Notes", rig.partState("toggle", "note").part().name());
  }

  @Test
  void reset_whereAnOutputHasVanished_bringsNeitherItNorItsChaseBack() {
    rig.observe(Boards.YARD, new Report.Vanished(new PartId("out2")));
    assertEquals(Members.of("out1"), rig.part("yard", "runway", Chase.class).members());
    rig.accept(reset("yard"));
    Map<PartId, ?> parts = rig.state().board(Boards.YARD).orElseThrow().parts();
    assertFalse(parts.containsKey(new PartId("out2")));
    assertFalse(parts.containsKey(new PartId("runway")));
  }

  @Test
  void reset_whereAPartIsOfAnotherKindNow_leavesIt() {
    rig.observe(Boards.YARD, new Report.Appeared(new PartId("out5"), Boards.sensor(1)));
    rig.accept(set("yard/out1", "name", "Lamp"));
    rig.accept(reset("yard"));
    assertEquals(Boards.sensor(1), rig.partState("yard", "out5").part());
    assertEquals("Output 1", rig.partState("yard", "out1").part().name());
  }

  @Test
  void reset_outputsThatChangedHands_areBackInTheirChases() {
    Map<PartId, Part> parts = new LinkedHashMap<>(Boards.yard().spec().parts());
    parts.put(new PartId("taxiway"), new Chase("Taxiway", Members.of("out3"), 300, true, 0));
    Rig two = Rig.of(Boards.of("yard", parts, Map.of("chase", 4)));
    two.accept(set("yard/runway", "members", List.of("out3", "out1")));
    two.accept(chase("out2"));
    two.accept(reset("yard"));
    assertEquals(Members.of("out1", "out2"), two.part("yard", "runway", Chase.class).members());
    assertEquals(Members.of("out3"), two.part("yard", "taxiway", Chase.class).members());
    assertEquals(7, two.state().board(Boards.YARD).orElseThrow().parts().size());
  }
}
