package dev.signalbox.core.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.signalbox.core.engine.CommandRequest;
import dev.signalbox.core.engine.RequestKey;
import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.core.model.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What comes twice under one key is carried out once, and answered the same. */
class KeyLawTest {
  private static final long TEN_MINUTES = 600_000;

  /**
   * One request.
   *
   * @param target what it is about, in the words of this test
   */
  record Request(long ms, String client, String key, String target, Command command) {}

  /** An answer that must be repeated. */
  private record Known(Command command, Outcome outcome, long at) {}

  @Provide
  Arbitrary<List<Request>> requests() {
    Arbitrary<Long> ms =
        Arbitraries.frequency(
            Tuple.of(12, 0L),
            Tuple.of(4, 60_000L),
            Tuple.of(1, TEN_MINUTES - 1),
            Tuple.of(1, TEN_MINUTES));
    return Combinators.combine(
            ms, Arbitraries.of("ann", "bob"), Arbitraries.of("1", "2"), Arbitraries.of(COMMANDS))
        .as((pause, client, key, one) -> new Request(pause, client, key, one.target, one.command))
        .list()
        .ofMinSize(10)
        .ofMaxSize(60);
  }

  private record Target(String target, Command command) {}

  private static final List<Target> COMMANDS =
      List.of(
          new Target("flip led", Commands.toggle("toggle/led")),
          new Target("led", Commands.set("toggle/led", "lit", true)),
          new Target("led", Commands.set("toggle/led", "lit", false)),
          new Target("led", Commands.set("toggle/led", "lit", 7)),
          new Target("press button", Commands.press("toggle/button")),
          new Target("note", Commands.set("toggle/note", "value", "a")),
          new Target("note", Commands.set("toggle/note", "value", "b")),
          new Target("make", Commands.chase("out1")),
          new Target("make", Commands.chase("out2")),
          new Target("remove", Commands.remove("yard/chase1")));

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void keyed_againWithinTenMinutes_isAnsweredTheSameAndNotCarriedOut(
      @ForAll("requests") List<Request> requests) {
    Rig rig = Rig.of(Boards.toggle(), Boards.yard());
    Map<List<String>, Known> known = new HashMap<>();
    for (Request request : requests) {
      rig.clock().pass(request.ms());
      long now = rig.clock().millis();
      known.values().removeIf(one -> now - one.at() >= TEN_MINUTES);
      int before = rig.published().size();
      Outcome outcome = ask(rig, request);
      Known earlier =
          known.putIfAbsent(
              List.of(request.client(), request.key(), request.target()),
              new Known(request.command(), outcome, now));
      if (earlier == null) {
        answered(outcome, before, rig);
      } else {
        checkRepeated(earlier, request, outcome);
        assertEquals(before, rig.published().size(), "carried out twice");
      }
    }
  }

  /** It is an answer of now: nothing that was published is without one. */
  private static void answered(Outcome outcome, int before, Rig rig) {
    boolean published = rig.published().size() > before;
    switch (outcome) {
      case Outcome.Accepted accepted when published ->
          assertEquals(rig.state().sequence(), accepted.sequence());
      case Outcome.Accepted _ -> {}
      case Outcome.Rejected _ -> assertFalse(published);
    }
  }

  private static void checkRepeated(Known earlier, Request request, Outcome outcome) {
    if (earlier.command().equals(request.command())) {
      assertSame(earlier.outcome(), outcome);
    } else {
      Outcome.Rejected rejected = assertInstanceOf(Outcome.Rejected.class, outcome);
      assertEquals(new Rejection.KeyReused(request.key()), rejected.reason());
    }
  }

  private static Outcome ask(Rig rig, Request request) {
    AtomicReference<Outcome> outcome = new AtomicReference<>();
    RequestKey key = new RequestKey(request.client(), request.key());
    rig.engine()
        .submit(
            new CommandRequest(
                List.of(request.command()), Optional.of(key), OptionalLong.empty(), outcome::set));
    rig.turn();
    return outcome.get();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void keyed_retriedUntilTheBoardIsBack_isCarriedOutOnce(@ForAll List<Boolean> online) {
    Rig rig = Rig.of(Boards.toggle());
    int accepted = 0;
    for (boolean isOnline : online) {
      Report link = isOnline ? new Report.LinkRestored() : new Report.LinkLost("cable");
      rig.observe(Boards.TOGGLE, link);
      Outcome outcome = ask(rig, new Request(0, "ann", "1", "", Commands.toggle("toggle/led")));
      accepted += outcome instanceof Outcome.Accepted ? 1 : 0;
      boolean done = accepted > 0;
      assertEquals(done || isOnline, outcome instanceof Outcome.Accepted);
      assertEquals(done, rig.part("toggle", "led", Led.class).lit());
    }
  }
}
