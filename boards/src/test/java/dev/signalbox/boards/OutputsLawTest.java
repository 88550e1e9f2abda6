package dev.signalbox.boards;

import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.testkit.Commands;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is commanded, at every millisecond the lines are as the effects say. */
class OutputsLawTest {
  /** A command, and how long nothing is done after it. */
  record Move(Command command, int pauseMs) {}

  @Provide
  Arbitrary<List<Move>> moves() {
    return Combinators.combine(commands(), Arbitraries.integers().between(0, 120))
        .as(Move::new)
        .list()
        .ofMaxSize(15);
  }

  private static Arbitrary<Command> commands() {
    Arbitrary<PartAddress> outputs =
        Arbitraries.integers().between(1, 4).map(i -> PartAddress.of("yard", "out" + i));
    Arbitrary<PartAddress> chases =
        Arbitraries.integers().between(1, 2).map(i -> PartAddress.of("yard", "chase" + i));
    Arbitrary<Integer> intervals = Arbitraries.of(10, 11, 37, 50, 1_500);
    return Arbitraries.oneOf(
        outputs.map(Commands::toggle),
        Combinators.combine(outputs, intervals)
            .as((output, ms) -> Commands.set(output, Map.of("active", true, "blink", ms))),
        Combinators.combine(outputs, Arbitraries.integers().between(0, 100))
            .as((output, percent) -> Commands.set(output, "brightness", percent)),
        Combinators.combine(members(), intervals)
            .as((members, ms) ->
                Commands.make("yard", "chase", Map.of("members", members, "interval", ms))),
        Combinators.combine(chases, members())
            .as((chase, members) -> Commands.set(chase, "members", members)),
        chases.map(Commands::toggle),
        chases.map(Commands::remove),
        Arbitraries.just(Commands.reset("yard")));
  }

  private static Arbitrary<List<String>> members() {
    return Arbitraries.of("out1", "out2", "out3", "out4")
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void lines_areAsEffectsSay(@ForAll("moves") List<Move> moves) {
    var four = OutputsSettings.DEFAULT.outputs().subList(0, 4);
    try (OutputsRig rig = new OutputsRig(new OutputsSettings(four, List.of(), 2))) {
      for (Move move : moves) {
        rig.hub.submit(move.command);
        rig.assertLines();
        rig.passHoldingAgainstEffects(move.pauseMs);
      }
    }
  }
}
