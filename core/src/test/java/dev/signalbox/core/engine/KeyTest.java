package dev.signalbox.core.engine;

import static dev.signalbox.core.fixture.Commands.press;
import static dev.signalbox.core.fixture.Commands.set;
import static dev.signalbox.core.fixture.Commands.toggle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.fixture.FaultyDriver.Call;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.core.model.Report;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Requests with a key, by which a repetition is known. */
class KeyTest {
  private static final long TEN_MINUTES = 600_000;

  private final Rig rig = Rig.of(Boards.toggle(), Boards.yard());

  private Outcome ask(String client, String key, Command... commands) {
    List<Outcome> outcomes = new ArrayList<>();
    submit(client, key, outcomes, commands);
    rig.turn();
    return outcomes.getFirst();
  }

  private void submit(String client, String key, List<Outcome> outcomes, Command... commands) {
    rig.engine()
        .submit(
            new CommandRequest(
                List.of(commands),
                Optional.of(new RequestKey(client, key)),
                OptionalLong.empty(),
                outcomes::add));
  }

  private static Rejection reason(Outcome outcome) {
    return assertInstanceOf(Outcome.Rejected.class, outcome).reason();
  }

  @Test
  void repeated_isAnsweredTheSameAndNotCarriedOut() {
    Outcome first = ask("ann", "k", toggle("toggle/led"));
    rig.accept(toggle("toggle/led"));
    assertSame(first, ask("ann", "k", toggle("toggle/led")));
    assertEquals(2, rig.changes().size());
  }

  @Test
  void repeated_inTheSameTurn() {
    List<Outcome> outcomes = new ArrayList<>();
    submit("ann", "k", outcomes, toggle("toggle/led"));
    submit("ann", "k", outcomes, toggle("toggle/led"));
    rig.turn();
    assertSame(outcomes.get(0), outcomes.get(1));
    assertEquals(1, rig.changes().size());
  }

  @Test
  void repeated_batch() {
    Command[] batch = {toggle("toggle/led"), toggle("yard/out1")};
    Outcome first = ask("ann", "k", batch);
    assertSame(first, ask("ann", "k", batch));
    assertNotSame(first, ask("ann", "k", batch[1], batch[0]));
    assertEquals(4, rig.changes().size());
  }

  @Test
  void reused_forAnotherBody() {
    ask("ann", "k", set("toggle/led", "lit", true));
    assertEquals(
        new Rejection.KeyReused("k"), reason(ask("ann", "k", set("toggle/led", "lit", false))));
    assertEquals(
        new Rejection.KeyReused("k"), reason(ask("ann", "k", set("toggle/led", "name", "x"))));
  }

  @Test
  void separate_forAnotherClientKeyPartOrVerb() {
    Outcome first = ask("ann", "k", toggle("toggle/led"));
    List<Outcome> others =
        List.of(
            ask("bob", "k", toggle("toggle/led")),
            ask("ann", "l", toggle("toggle/led")),
            ask("ann", "k", toggle("yard/out1")),
            ask("ann", "k", press("toggle/button")),
            ask("ann", "k", set("toggle/led", "name", "x")));
    for (Outcome other : others) {
      assertInstanceOf(Outcome.Accepted.class, other);
      assertNotSame(first, other);
    }
    assertEquals(6, rig.published().size());
  }

  @Test
  void repeated_afterTenMinutes_isCarriedOutAgain() {
    Outcome first = ask("ann", "k", toggle("toggle/led"));
    rig.clock().pass(TEN_MINUTES - 1);
    assertSame(first, ask("ann", "k", toggle("toggle/led")));
    rig.clock().pass(1);
    assertNotSame(first, ask("ann", "k", toggle("toggle/led")));
    assertEquals(2, rig.changes().size());
  }

  @Test
  void reused_afterTenMinutes_isNew() {
    ask("ann", "k", set("toggle/led", "lit", true));
    rig.clock().pass(TEN_MINUTES);
    assertInstanceOf(Outcome.Accepted.class, ask("ann", "k", set("toggle/led", "lit", false)));
  }

  @Test
  void kept_tenThousandAndNoMore() {
    Outcome first = ask("ann", "k0", toggle("toggle/led"));
    keys(1, 9_999);
    assertSame(first, ask("ann", "k0", toggle("toggle/led")));
    assertEquals(1, rig.changes().size());
    keys(10_000, 10_000);
    assertNotSame(first, ask("ann", "k0", toggle("toggle/led")));
    assertEquals(2, rig.changes().size());
  }

  /** Commands that change nothing, under these keys. */
  private void keys(int from, int to) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      submit("ann", "k" + i, outcomes, set("toggle/note", "value", ""));
      if (i % 200 == 0) {
        rig.turn();
      }
    }
    rig.turn();
    assertEquals(to - from + 1, outcomes.size());
  }

  @Test
  void refused_forGood_isRefusedAgain() {
    Command wrong = set("yard/chase1", "interval", 100);
    Outcome first = ask("ann", "k", wrong);
    assertInstanceOf(Rejection.NotFound.class, reason(first));
    rig.accept(Commands.chase("out1"));
    assertSame(first, ask("ann", "k", wrong));
    assertInstanceOf(Outcome.Accepted.class, ask("ann", "l", wrong));
  }

  @Test
  void refused_forNow_isTriedAgain() {
    rig.observe(Boards.TOGGLE, new Report.LinkLost("cable"));
    assertInstanceOf(Rejection.BoardOffline.class, reason(ask("ann", "k", toggle("toggle/led"))));
    rig.observe(Boards.TOGGLE, new Report.LinkRestored());
    assertInstanceOf(Outcome.Accepted.class, ask("ann", "k", toggle("toggle/led")));
  }

  @Test
  void refused_byAFault_isTriedAgain() {
    rig.driver(Boards.TOGGLE).failOnce(Call.PRESS);
    assertInstanceOf(Rejection.BoardOffline.class, reason(ask("ann", "k", press("toggle/button"))));
    rig.pass(1_000);
    assertInstanceOf(Outcome.Accepted.class, ask("ann", "k", press("toggle/button")));
  }

  @Test
  void key_ofOneTo64Characters() {
    assertEquals("x".repeat(64), new RequestKey("ann", "x".repeat(64)).key());
    for (String key : List.of("", "x".repeat(65))) {
      assertThrows(IllegalArgumentException.class, () -> new RequestKey("ann", key));
    }
  }

  @Test
  void request_ofOneToAHundredCommands() {
    Command command = toggle("toggle/led");
    for (int count : List.of(1, 100)) {
      List<Command> commands = Collections.nCopies(count, command);
      assertEquals(count, CommandRequest.of(commands, _ -> {}).commands().size());
    }
    for (int count : List.of(0, 101)) {
      List<Command> commands = Collections.nCopies(count, command);
      assertThrows(IllegalArgumentException.class, () -> CommandRequest.of(commands, _ -> {}));
    }
  }
}
