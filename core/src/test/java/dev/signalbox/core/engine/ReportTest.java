package dev.signalbox.core.engine;

import static dev.signalbox.core.fixture.Commands.toggle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.fixture.PressDriver;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.core.model.Report;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What drivers observe. */
class ReportTest {
  private static final PartId S1 = new PartId("s1");

  private final Rig rig = Rig.of(Boards.plugs(), Boards.toggle(), Boards.yard());

  @Test
  void observed_readOnlyProperties_areOneChange() {
    rig.observe(Boards.PLUGS, new Report.Observed(S1, Map.of("value", 2, "previous", 1)));
    Change.PartChanged change =
        assertInstanceOf(Change.PartChanged.class, rig.changes().getFirst());
    assertEquals(Set.of("value", "previous"), change.properties());
  }

  @Test
  void observed_asItWas_isNoChange() {
    rig.observe(Boards.PLUGS, Report.Observed.of(S1, "value", 0.0));
    assertEquals(List.of(), rig.changes());
  }

  @Test
  void observed_withWhatFollows_isOneBatch() {
    rig.observe(Boards.TOGGLE, Report.Observed.of(PressDriver.SWITCH, "pressed", true));
    rig.observe(Boards.TOGGLE, Report.Observed.of(PressDriver.SWITCH, "pressed", false));
    assertTrue(rig.part("toggle", "led", Led.class).lit());
    assertEquals(2, rig.published().getLast().changes().size());
  }

  @Test
  void appeared_newPart_isPut() {
    rig.observe(Boards.PLUGS, new Report.Appeared(new PartId("s2"), Boards.sensor(4)));
    assertInstanceOf(Change.PartPut.class, rig.changes().getFirst());
    assertEquals(Boards.sensor(4), rig.partState("plugs", "s2").part());
  }

  @Test
  void appeared_partThatIsThere_isAChangeOfIt() {
    rig.observe(Boards.PLUGS, new Report.Appeared(S1, Boards.sensor(4)));
    assertInstanceOf(Change.PartChanged.class, rig.changes().getFirst());
  }

  @Test
  void appeared_asAnotherKind_isPut() {
    rig.observe(Boards.PLUGS, new Report.Appeared(S1, new Led("Led", true)));
    assertInstanceOf(Change.PartPut.class, rig.changes().getFirst());
  }

  @Test
  void vanished_part_leavesATombstone() {
    rig.observe(Boards.PLUGS, new Report.Vanished(S1), new Report.Vanished(S1));
    assertEquals(1, rig.changes().size());
    assertEquals(Set.of(Commands.at("plugs/s1")), rig.state().tombstones().parts().keySet());
    rig.observe(Boards.PLUGS, new Report.Appeared(S1, Boards.sensor(0)));
    assertEquals(Set.of(), rig.state().tombstones().parts().keySet());
  }

  @Test
  void vanished_output_leavesItsChase() {
    rig.observe(Boards.YARD, new Report.Vanished(new PartId("out1")));
    assertEquals(Members.of("out2"), rig.part("yard", "runway", Chase.class).members());
    rig.observe(Boards.YARD, new Report.Vanished(new PartId("out2")));
    assertFalse(
        rig.state().board(Boards.YARD).orElseThrow().parts().containsKey(new PartId("runway")));
  }

  @Test
  void link_lostAndRestored() {
    rig.clock().pass(7);
    rig.observe(Boards.TOGGLE, new Report.LinkLost("cable"));
    long since = rig.clock().millis();
    assertEquals(new Link.Offline(since, "cable"), link());
    rig.clock().pass(7);
    rig.observe(Boards.TOGGLE, new Report.LinkLost("cable"));
    assertEquals(1, rig.changes().size());
    rig.observe(Boards.TOGGLE, new Report.LinkLost("plug"));
    assertEquals(new Link.Offline(since, "plug"), link());
    rig.observe(Boards.TOGGLE, new Report.LinkRestored(), new Report.LinkRestored());
    assertEquals(new Link.Online(), link());
    assertEquals(3, rig.changes().size());
  }

  private Link link() {
    return rig.state().board(Boards.TOGGLE).orElseThrow().info().link();
  }

  @Test
  void offline_board_refusesEveryCommandAndKeepsItsParts() {
    rig.accept(toggle("toggle/led"));
    rig.observe(Boards.TOGGLE, new Report.LinkLost("cable"));
    Rejection offline = new Rejection.BoardOffline(Boards.TOGGLE, "cable");
    for (var command :
        List.of(
            toggle("toggle/led"),
            Commands.press("toggle/button"),
            Commands.set("toggle/none", "lit", true),
            Commands.remove("toggle/led"),
            Commands.rename("toggle", "x"),
            Commands.reset("toggle"))) {
      assertEquals(offline, rig.refuse(command));
    }
    assertEquals(offline, rig.refuse(toggle("yard/out1"), toggle("toggle/led")));
    assertTrue(rig.part("toggle", "led", Led.class).lit());
  }

  @Test
  void offline_board_stillObserves() {
    rig.observe(Boards.PLUGS, new Report.LinkLost("cable"));
    rig.observe(Boards.PLUGS, Report.Observed.of(S1, "value", 3));
    assertEquals(Boards.sensor(3), rig.partState("plugs", "s1").part());
  }

  @Test
  void reports_ofOneHandIn_areAllOrNothing() {
    rig.observe(
        Boards.PLUGS,
        Report.Observed.of(S1, "value", 3),
        Report.Observed.of(new PartId("s9"), "value", 3));
    assertEquals(Boards.sensor(0), rig.partState("plugs", "s1").part());
    assertEquals(1, rig.changes().size(), "that its driver failed");
  }

  @Test
  void reports_moreThanCanWait_areDeclined() {
    Reports reports = rig.driver(Boards.PLUGS).reports();
    int taken = 0;
    while (reports.offer(List.of(Report.Observed.of(S1, "value", taken + 1))) && taken < 10_000) {
      taken++;
    }
    assertEquals(4_096, taken);
    rig.turn();
    assertEquals(Boards.sensor(4_096), rig.partState("plugs", "s1").part());
    assertTrue(reports.offer(List.of()));
  }

  @Test
  void reports_afterTheEnd_areDeclined() {
    rig.engine().close();
    assertFalse(rig.driver(Boards.PLUGS).reports().offer(List.of(new Report.LinkRestored())));
  }
}
