package dev.signalbox.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Requests that are to be refused if what they are about changed since. */
class ConditionTest {
  private final Rig rig = Rig.of(Boards.yard(), Boards.toggle());

  private Outcome ask(long unchangedSince, Command... commands) {
    AtomicReference<Outcome> outcome = new AtomicReference<>();
    rig.engine()
        .submit(
            new CommandRequest(
                List.of(commands),
                Optional.empty(),
                OptionalLong.of(unchangedSince),
                outcome::set));
    rig.turn();
    return outcome.get();
  }

  @Test
  void set_unchangedPart_isCarriedOut() {
    rig.accept(Commands.toggle("toggle/led"));
    rig.accept(Commands.toggle("yard/out1"));
    assertInstanceOf(Outcome.Accepted.class, ask(1, Commands.toggle("toggle/led")));
    assertInstanceOf(Outcome.Accepted.class, ask(0, Commands.toggle("yard/out2")));
  }

  @Test
  void set_changedPart_isRefused() {
    rig.accept(Commands.toggle("toggle/led"));
    long sequence = rig.state().sequence();
    for (Command command :
        List.of(
            Commands.toggle("toggle/led"),
            Commands.set("toggle/led", "lit", true),
            Commands.remove("toggle/led"))) {
      assertEquals(
          new Outcome.Rejected(new Rejection.ChangedSince("toggle/led"), 0), ask(0, command));
    }
    assertEquals(sequence, rig.state().sequence());
  }

  @Test
  void set_thatSettlesItself_isRefusedByWhatTheSameTurnDid() {
    AtomicReference<Outcome> first = new AtomicReference<>();
    AtomicReference<Outcome> second = new AtomicReference<>();
    for (AtomicReference<Outcome> answer : List.of(first, second)) {
      rig.engine()
          .submit(
              new CommandRequest(
                  List.of(Commands.toggle("toggle/led")),
                  Optional.empty(),
                  OptionalLong.of(0),
                  answer::set));
    }
    rig.turn();
    assertInstanceOf(Outcome.Accepted.class, first.get());
    assertEquals(new Outcome.Rejected(new Rejection.ChangedSince("toggle/led"), 0), second.get());
  }

  @Test
  void rename_ofABoardWhosePartChanged_isRefused() {
    rig.accept(Commands.toggle("toggle/led"));
    assertEquals(
        new Outcome.Rejected(new Rejection.ChangedSince("toggle"), 0),
        ask(0, Commands.rename("toggle", "Lamp")));
    assertInstanceOf(Outcome.Accepted.class, ask(1, Commands.rename("toggle", "Lamp")));
  }

  @Test
  void set_unknownPartOrBoard_isNotFound() {
    for (Command command : List.of(Commands.toggle("toggle/x"), Commands.toggle("attic/x"))) {
      Outcome.Rejected rejected = assertInstanceOf(Outcome.Rejected.class, ask(0, command));
      assertInstanceOf(Rejection.NotFound.class, rejected.reason());
    }
  }
}
