package dev.signalbox.core.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.Effects;
import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Effects are functions of time that agree with counting milliseconds. */
class EffectLawTest {
  private static final List<PartId> OUTPUTS =
      List.of("out1", "out2", "out3", "out4", "out5").stream().map(PartId::new).toList();

  /** A command, and how many milliseconds pass after it. */
  record Act(Command command, int ms) {}

  @Provide
  Arbitrary<List<Act>> acts() {
    return Combinators.combine(command(), Arbitraries.integers().between(0, 90))
        .as(Act::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  private static Arbitrary<Command> command() {
    Arbitrary<String> outputs = Arbitraries.of("yard/out1", "yard/out2", "yard/out3");
    Arbitrary<String> chases = Arbitraries.of("yard/runway", "yard/chase1");
    Arbitrary<Object> intervals = Arbitraries.of(10, 11, 17, 30);
    Arbitrary<Object> members =
        Arbitraries.of("out1", "out2", "out3", "out4")
            .list()
            .uniqueElements()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(ids -> ids);
    return Arbitraries.frequencyOf(
        Tuple.of(3, outputs.map(Commands::toggle)),
        Tuple.of(3, set(outputs, "blink", intervals)),
        Tuple.of(1, set(outputs, "blink", Arbitraries.just(0))),
        Tuple.of(1, set(outputs, "brightness", Arbitraries.of(0, 50, 100))),
        Tuple.of(1, set(outputs, "name", Arbitraries.of("Lamp", "Light"))),
        Tuple.of(2, chases.map(Commands::toggle)),
        Tuple.of(2, set(chases, "interval", intervals)),
        Tuple.of(2, set(chases, "members", members)),
        Tuple.of(1, set(chases, "name", Arbitraries.of("Row", "Line"))),
        Tuple.of(1, Arbitraries.just(Commands.chase("out3", "out4"))),
        Tuple.of(1, chases.map(Commands::remove)),
        Tuple.of(1, Arbitraries.just(Commands.reset("yard"))));
  }

  private static Arbitrary<Command> set(
      Arbitrary<String> parts, String property, Arbitrary<?> values) {
    return Combinators.combine(parts, values)
        .as((part, value) -> Commands.set(part, property, value));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void effects_agreeWithCountingMilliseconds(@ForAll("acts") List<Act> acts) {
    Rig rig = Rig.of(Boards.yard());
    NaiveLights naive = new NaiveLights(yard(rig));
    for (Act act : acts) {
      rig.ask(act.command());
      naive.set(yard(rig));
      for (int ms = 0; ms < act.ms(); ms++) {
        check(naive, yard(rig), rig.clock().millis());
        rig.clock().pass(1);
        naive.tick();
      }
    }
  }

  private static BoardState yard(Rig rig) {
    return rig.state().board(Boards.YARD).orElseThrow();
  }

  private static void check(NaiveLights naive, BoardState yard, long now) {
    for (PartId output : OUTPUTS) {
      assertEquals(naive.brightness(output), Effects.brightness(yard, output, now));
    }
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void nextStep_isWhenTheOutputNextDiffers(@ForAll("acts") List<Act> acts) {
    Rig rig = Rig.of(Boards.yard());
    for (Act act : acts) {
      rig.ask(act.command());
      rig.clock().pass(act.ms());
    }
    BoardState yard = yard(rig);
    for (PartId output : OUTPUTS) {
      // From before the effects began, too.
      for (long now = rig.clock().millis() - 200; now < rig.clock().millis() + 50; now++) {
        checkNext(yard, output, now);
      }
    }
  }

  private static void checkNext(BoardState yard, PartId output, long now) {
    long next = Effects.nextStep(yard, output, now);
    assertTrue(next > now);
    int shown = Effects.brightness(yard, output, now);
    for (long ms = now; ms < Math.min(next, now + 100); ms++) {
      assertEquals(shown, Effects.brightness(yard, output, ms));
    }
    Output part = yard.part(output, Output.class).orElseThrow();
    Optional<Chase> chase = runningChaseOf(yard, output);
    if (chase.isPresent()) {
      checkMoves(chase.get(), now, next);
    } else if (part.active() && part.blink() > 0) {
      int after = Effects.brightness(yard, output, next);
      assertEquals(part.brightness(), after + shown, "one of them is dark");
      assertTrue(part.brightness() == 0 || after != shown);
    } else {
      assertEquals(Long.MAX_VALUE, next);
    }
  }

  private static void checkMoves(Chase chase, long now, long next) {
    assertTrue(next < Long.MAX_VALUE);
    boolean moves = chase.members().ids().size() > 1;
    assertEquals(moves, !Effects.member(chase, now).equals(Effects.member(chase, next)));
  }

  private static Optional<Chase> runningChaseOf(BoardState yard, PartId output) {
    return yard.parts().values().stream()
        .map(PartState::part)
        .filter(Chase.class::isInstance)
        .map(Chase.class::cast)
        .filter(chase -> chase.running() && chase.members().ids().contains(output))
        .findFirst();
  }

  @Property(tries = 100)
  void chase_farFromItsStart_isAtTheMemberThatDivisionGives(
      @ForAll("instants") long now, @ForAll("instants") long since) {
    Chase chase = new Chase("Row", Members.of("a", "b", "c"), 65_535, true, since);
    long steps = now <= since ? 0 : (now - since) / 65_535;
    String member = List.of("a", "b", "c").get((int) (steps % 3));
    assertEquals(new PartId(member), Effects.member(chase, now));
  }

  @Provide
  Arbitrary<Long> instants() {
    return Arbitraries.longs().between(0, 4_000_000_000_000L);
  }
}
