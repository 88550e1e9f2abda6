package dev.signalbox.core.engine;

import static dev.signalbox.core.fixture.Commands.chase;
import static dev.signalbox.core.fixture.Commands.remove;
import static dev.signalbox.core.fixture.Commands.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.core.model.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parts that are made and removed while the hub runs. */
class MakingTest {
  private final Rig rig = Rig.of(Boards.yard(), Boards.toggle());

  private static Command make(String board, String kind, Map<String, Object> set) {
    return new Command.MakePart(new BoardId(board), kind, Map.copyOf(set));
  }

  private Set<String> chases() {
    BoardState yard = rig.state().board(Boards.YARD).orElseThrow();
    return Set.copyOf(
        yard.parts().entrySet().stream()
            .filter(part -> part.getValue().part() instanceof Chase)
            .map(part -> part.getKey().value())
            .toList());
  }

  @Test
  void make_chase_hasTheLowestFreeNumberAndIsNamedAfterIt() {
    rig.clock().pass(5);
    Outcome.Accepted accepted = rig.accept(chase("out4", "out3"));
    Chase made = new Chase("Group 1", Members.of("out4", "out3"), 300, true, rig.clock().millis());
    assertEquals(made, rig.part("yard", "chase1", Chase.class));
    assertEquals(Optional.of(Commands.at("yard/chase1")), accepted.results().getFirst().address());
    assertEquals(
        Optional.of(rig.partState("yard", "chase1")), accepted.results().getFirst().part());
    assertInstanceOf(Change.PartPut.class, rig.changes().getFirst());
  }

  @Test
  void make_afterOneWasRemoved_takesItsNumber() {
    rig.accept(chase("out3"), chase("out4"));
    rig.accept(remove("yard/chase1"));
    rig.accept(chase("out5"));
    assertEquals(Set.of("runway", "chase1", "chase2"), chases());
    assertEquals(Members.of("out5"), rig.part("yard", "chase1", Chase.class).members());
  }

  @Test
  void make_withEverything() {
    rig.accept(
        make(
            "yard",
            "chase",
            Map.of(
                "members", List.of("out5"), "interval", 65_535, "name", "Row", "running", false)));
    assertEquals(
        new Chase("Row", Members.of("out5"), 65_535, false, rig.clock().millis()),
        rig.part("yard", "chase1", Chase.class));
  }

  @Test
  void make_moreThanTheBoardAllows() {
    rig.accept(chase("out3"), chase("out4"));
    assertInstanceOf(Rejection.Conflict.class, rig.refuse(chase("out5")));
    rig.accept(remove("yard/runway"));
    rig.accept(chase("out5"));
    assertEquals(Set.of("chase1", "chase2", "chase3"), chases());
  }

  @Test
  void make_thatEmptiesAnother_countsItStill() {
    rig.accept(chase("out3"), chase("out4"));
    // Full: that chase1 would be gone with it is not known before it is made.
    assertInstanceOf(Rejection.Conflict.class, rig.refuse(chase("out3")));
  }

  @Test
  void make_whatTheBoardDoesNotAllow() {
    Map<String, Object> members = Map.of("members", List.of("out1"));
    assertInstanceOf(Rejection.NotPossible.class, rig.refuse(make("toggle", "chase", members)));
    assertInstanceOf(Rejection.NotPossible.class, rig.refuse(make("yard", "output", Map.of())));
    assertInstanceOf(Rejection.NotPossible.class, rig.refuse(make("yard", "relay", Map.of())));
    assertEquals(
        new Rejection.NotFound("board 'attic'"), rig.refuse(make("attic", "chase", members)));
  }

  @Test
  void make_membersThatAreNoOutputs() {
    for (String stranger : List.of("out9", "runway")) {
      assertEquals(
          new Rejection.Invalid(
              List.of(new Violation("members", stranger, "is no output of board 'yard'"))),
          rig.refuse(chase("out1", stranger)));
    }
  }

  @Test
  void make_wrongValues_areAllNamed() {
    Rejection.Invalid invalid =
        assertInstanceOf(
            Rejection.Invalid.class,
            rig.refuse(make("yard", "chase", Map.of("interval", 1, "since", 1))));
    assertEquals(
        Set.of("members", "interval", "since"),
        Set.copyOf(invalid.violations().stream().map(Violation::property).toList()));
  }

  @Test
  void members_thatJoin_leaveTheirEarlierChase() {
    rig.clock().pass(100);
    rig.accept(chase("out2", "out3"));
    assertEquals(
        new Chase("Runway", Members.of("out1"), 300, true, rig.clock().millis()),
        rig.part("yard", "runway", Chase.class));
    assertEquals(2, rig.published().getFirst().changes().size());
  }

  @Test
  void members_theLastOfThem_takeTheirChaseWithThem() {
    rig.accept(set("yard/runway", "members", List.of("out1")));
    rig.accept(chase("out1"));
    assertEquals(Set.of("chase1"), chases());
    assertTrue(rig.state().tombstones().parts().containsKey(Commands.at("yard/runway")));
  }

  @Test
  void members_inAnotherOrder_areAnotherCourse() {
    rig.clock().pass(9);
    rig.accept(set("yard/runway", "members", List.of("out2", "out1")));
    assertEquals(
        new Chase("Runway", Members.of("out2", "out1"), 300, true, rig.clock().millis()),
        rig.part("yard", "runway", Chase.class));
  }

  @Test
  void remove_chase_hasNoPartInItsResult() {
    Outcome.Accepted accepted = rig.accept(remove("yard/runway"));
    Outcome.Result result = accepted.results().getFirst();
    assertEquals(Optional.of(Commands.at("yard/runway")), result.address());
    assertEquals(Optional.empty(), result.part());
    assertEquals(Set.of(), chases());
  }

  @Test
  void remove_fixedOrUnknownPart() {
    assertInstanceOf(Rejection.NotPossible.class, rig.refuse(remove("yard/out1")));
    assertInstanceOf(Rejection.NotPossible.class, rig.refuse(remove("toggle/led")));
    assertEquals(new Rejection.NotFound("part 'yard/chase1'"), rig.refuse(remove("yard/chase1")));
  }

  @Test
  void make_whereTheIdIsTakenByAnotherKind_goesOn() {
    Map<PartId, Part> parts = Map.of(new PartId("chase1"), new Output("Odd", 1, false, 100, 0, 0));
    Rig odd = Rig.of(Boards.of("yard", parts, Map.of("chase", 1)));
    odd.accept(chase("chase1"));
    assertEquals("Group 2", odd.part("yard", "chase2", Chase.class).name());
  }
}
