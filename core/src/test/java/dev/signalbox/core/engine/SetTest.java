package dev.signalbox.core.engine;

import static dev.signalbox.core.fixture.Commands.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.Display;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.core.model.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Commands that set properties. */
class SetTest {
  private final Rig rig = Rig.of(Boards.yard(), Boards.counter(), Boards.toggle());

  @Test
  void set_properties_becomeTrueTogetherAsOneChange() {
    rig.clock().pass(70);
    Outcome.Accepted accepted =
        rig.accept(set("yard/out3", Map.of("active", true, "brightness", 75)));
    Output now = new Output("Output 3", 3, true, 75, 0, rig.clock().millis());
    assertEquals(now, rig.part("yard", "out3", Output.class));
    Change.PartChanged change =
        assertInstanceOf(Change.PartChanged.class, rig.changes().getFirst());
    assertEquals(Set.of("active", "brightness", "since"), change.properties());
    assertEquals(1, rig.changes().size());
    assertEquals(
        new Outcome.Accepted(
            1,
            List.of(
                new Outcome.Result(
                    Boards.YARD,
                    Optional.of(Commands.at("yard/out3")),
                    Optional.of(rig.partState("yard", "out3"))))),
        accepted);
  }

  @Test
  void set_whatIsSoAlready_isAcceptedAndNoChange() {
    rig.accept(set("yard/out3", "active", true));
    rig.accept(set("yard/out4", "active", true));
    int before = rig.published().size();
    Outcome.Accepted accepted = rig.accept(set("yard/out3", "active", true));
    assertEquals(1, accepted.sequence(), "the last change to the part");
    assertEquals(before, rig.published().size());
  }

  @Test
  void set_whatIsSoAlreadyOfSeveral_namesTheLastChangeToAnyOfThem() {
    rig.accept(set("yard/out3", "active", true));
    rig.accept(set("yard/out4", "active", true));
    assertEquals(
        2,
        rig.accept(set("yard/out4", "active", true), set("yard/out3", "active", true)).sequence());
  }

  @Test
  void set_theNameThatTheBoardHas_namesTheLastChangeToTheBoard() {
    rig.accept(set("yard/out3", "active", true));
    rig.accept(set("toggle/led", "lit", true));
    assertEquals(1, rig.accept(Commands.rename("yard", "Board yard")).sequence());
  }

  @Test
  void set_ofSeveral_namesTheLastChangeOfAll() {
    rig.accept(set("yard/out3", "active", true));
    Outcome.Accepted accepted =
        rig.accept(set("yard/out4", "active", true), set("toggle/led", "lit", true));
    assertEquals(3, accepted.sequence());
    assertEquals(3, rig.state().sequence());
  }

  @Test
  void set_whatSomethingFollowsFrom_isOneBatchWithIt() {
    Outcome.Accepted accepted = rig.accept(set("counter/counter", "value", 123_456));
    assertEquals("3456", rig.part("counter", "display", Display.class).text());
    assertEquals(2, rig.published().getFirst().changes().size());
    assertEquals(2, accepted.sequence());
    assertEquals(
        Optional.of(rig.partState("counter", "counter")), accepted.results().getFirst().part());
  }

  @Test
  void set_unknownBoardOrPart() {
    assertEquals(
        new Rejection.NotFound("board 'attic'"), rig.refuse(set("attic/led", "lit", true)));
    assertEquals(
        new Rejection.NotFound("part 'toggle/lamp'"), rig.refuse(set("toggle/lamp", "lit", true)));
  }

  @Test
  void set_wrongValues_areAllNamed() {
    Rejection.Invalid invalid =
        assertInstanceOf(
            Rejection.Invalid.class,
            rig.refuse(set("yard/out3", Map.of("blink", 5, "pin", 1, "active", true))));
    assertEquals(
        Set.of(
            new Violation("blink", "5", "must be a whole number from 10 to 65535, or 0 for off"),
            new Violation("pin", "1", "is read-only")),
        Set.copyOf(invalid.violations()));
  }

  @Test
  void set_secondOfSeveralWrong_refusesAllAndNamesIt() {
    Outcome outcome =
        rig.ask(
            set("toggle/led", "lit", true),
            set("counter/counter", "value", 5),
            set("yard/out1", "brightness", -1));
    assertEquals(2, assertInstanceOf(Outcome.Rejected.class, outcome).index());
    assertEquals(0, rig.state().sequence());
    assertEquals(0, rig.part("counter", "counter", Counter.class).value());
  }

  @Test
  void set_samePartTwice_laterOneWins() {
    rig.accept(set("yard/out1", "brightness", 10), set("yard/out1", "brightness", 20));
    assertEquals(20, rig.part("yard", "out1", Output.class).brightness());
    assertEquals(2, rig.published().getFirst().changes().size());
  }

  @Test
  void rename_board() {
    Outcome.Accepted accepted = rig.accept(Commands.rename("yard", "Yard lights"));
    assertEquals("Yard lights", rig.state().board(Boards.YARD).orElseThrow().info().name());
    assertInstanceOf(Change.BoardChanged.class, rig.changes().getFirst());
    assertEquals(Optional.empty(), accepted.results().getFirst().address());
  }

  @Test
  void rename_boardToWhatIsNoName() {
    String rule = "must be text of 1 to 40 characters";
    for (Object name : new Object[] {"", " ", "x".repeat(41), "a\nb", 7}) {
      assertEquals(
          new Rejection.Invalid(List.of(Violation.of("name", name, rule))),
          rig.refuse(Commands.rename("yard", name)));
    }
  }

  @Test
  void rename_boardToFortyCharacters_ofAnyLength() {
    rig.accept(Commands.rename("yard", "🚂".repeat(40)));
    assertEquals("🚂".repeat(40), rig.state().board(Boards.YARD).orElseThrow().info().name());
  }
}
