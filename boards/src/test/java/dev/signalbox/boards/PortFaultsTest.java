package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is reported of a board's ports, by what the board says of itself already. */
class PortFaultsTest {
  private static final List<Report> OTHERS = List.of(new Report.Vanished(new PartId("lamp")));
  private static final Moment START = new Moment(5_000_000, 0);

  private final FaultyPwm first = new FaultyPwm();
  private final FaultyPwm second = new FaultyPwm();
  private final PortFaults faults = new PortFaults();
  private final PortValue<Integer> value = faults.add(first, first::set);
  private final List<List<Report>> offered = new ArrayList<>();
  private final BoardState online = online();
  private final BoardState offline =
      new BoardState(
          online.id(),
          online.info().withLink(new Link.Offline(0, "gone")),
          online.infoChanged(),
          online.lastSequence(),
          online.parts());

  PortFaultsTest() {
    faults.add(second);
    faults.follow(offered::add, START);
  }

  private static BoardState online() {
    try (ToggleRig rig = ToggleRig.of(ToggleSettings.DEFAULT)) {
      return rig.hub.board("toggle");
    }
  }

  private List<Report> reports(BoardState board) {
    return faults.reportsAnd(List.of(), board);
  }

  @Test
  void wellPorts_reportNothingOfABoardThatIsOnline() {
    assertEquals(List.of(), reports(online));
    assertEquals(OTHERS, faults.reportsAnd(OTHERS, online));
    assertEquals(Driver.NEVER, faults.due());
  }

  @Test
  void wellPorts_bringBackABoardThatIsOffline() {
    assertEquals(List.of(new Report.LinkRestored()), reports(offline));
    assertEquals(
        List.of(new Report.LinkRestored(), OTHERS.getFirst()),
        faults.reportsAnd(OTHERS, offline),
        "the link comes first");
  }

  @Test
  void fault_isReportedUnlessTheBoardSaysSo() {
    second.fail("gone");

    assertEquals(List.of(new Report.LinkLost("gone")), reports(online));
    assertEquals(List.of(), reports(offline));
    assertEquals(OTHERS, faults.reportsAnd(OTHERS, offline));
  }

  @Test
  void fault_forAnotherReason_isReported() {
    first.fail("in use");

    assertEquals(List.of(new Report.LinkLost("in use")), reports(offline));
  }

  @Test
  void refusal_ofTheFirstPort_comesBeforeAFaultOfTheSecond() {
    second.fail("gone");
    first.refuse("in use");
    value.write(1, START);

    assertEquals(List.of(new Report.LinkLost("in use")), reports(online));
  }

  @Test
  void told_wakesTheEngineOnceAndIsDueUntilSomeoneLooks() {
    first.fail("gone");
    assertEquals(List.of(List.of()), offered);
    assertTrue(START.isPast(faults.due()));

    faults.look();
    assertEquals(Driver.NEVER, faults.due());
    first.mend();
    assertTrue(START.isPast(faults.due()), "that it is gone is told as well");
  }

  @Test
  void refusal_isDueAtOnceToBeReportedAndThenInASecond() {
    first.refuse("in use");
    value.write(1, START);
    assertTrue(START.isPast(faults.due()));

    assertEquals(List.of(new Report.LinkLost("in use")), reports(online));
    assertEquals(START.nanosIn(1_000), faults.due());

    first.refuse(null);
    value.write(1, new Moment(START.nanosIn(1_000), 0));
    assertTrue(START.isPast(faults.due()), "that it is gone is to be reported as well");
    assertEquals(List.of(new Report.LinkRestored()), reports(offline));
    assertEquals(Driver.NEVER, faults.due());
  }
}
