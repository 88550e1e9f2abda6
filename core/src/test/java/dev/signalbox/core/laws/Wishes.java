package dev.signalbox.core.laws;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Command;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random commands to the sample boards: most can be carried out, some can't. */
final class Wishes {
  private Wishes() {}

  static Arbitrary<Command> command() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, setOutput()),
        Tuple.of(5, setChase()),
        Tuple.of(5, makeChase()),
        Tuple.of(3, remove()),
        Tuple.of(5, act()),
        Tuple.of(3, setOther()),
        Tuple.of(1, rename()),
        Tuple.of(1, Arbitraries.of("yard", "counter", "toggle").map(Commands::reset)));
  }

  private static Arbitrary<Command> setOutput() {
    Arbitrary<String> outputs =
        Arbitraries.frequency(
            Tuple.of(9, "yard/out1"), Tuple.of(9, "yard/out2"), Tuple.of(1, "yard/out9"));
    Arbitrary<Map.Entry<String, Object>> values =
        Arbitraries.frequency(
            Tuple.of(9, Map.entry("active", true)),
            Tuple.of(9, Map.entry("active", false)),
            Tuple.of(6, Map.entry("brightness", 30)),
            Tuple.of(6, Map.entry("brightness", 70L)),
            Tuple.of(6, Map.entry("blink", 0)),
            Tuple.of(6, Map.entry("blink", 250)),
            Tuple.of(6, Map.entry("name", "Lamp")),
            Tuple.of(1, Map.entry("brightness", 101)),
            Tuple.of(1, Map.entry("pin", 3)));
    return Combinators.combine(outputs, values, values).as(Wishes::setBoth);
  }

  private static Command setBoth(
      String address, Map.Entry<String, Object> one, Map.Entry<String, Object> other) {
    return one.getKey().equals(other.getKey())
        ? Commands.set(address, Map.ofEntries(one))
        : Commands.set(address, Map.ofEntries(one, other));
  }

  private static Arbitrary<Command> setChase() {
    Arbitrary<Map.Entry<String, Object>> values =
        Arbitraries.frequencyOf(
            Tuple.of(3, members().map(members -> Map.entry("members", members))),
            Tuple.of(1, Arbitraries.of(100, 300, 70_000).map(ms -> Map.entry("interval", ms))),
            Tuple.of(1, Arbitraries.of(true, false).map(on -> Map.entry("running", on))),
            Tuple.of(1, Arbitraries.just(Map.entry("name", "Row"))));
    return Combinators.combine(chases(), values, values).as(Wishes::setBoth);
  }

  private static Arbitrary<Command> makeChase() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, members().map(members -> make("yard", members))),
        Tuple.of(1, members().map(members -> make("toggle", members))));
  }

  private static Command make(String board, List<String> members) {
    return new Command.MakePart(new BoardId(board), "chase", Map.of("members", members));
  }

  /** Members, now and then none, one twice, one that is not there, or one that is no output. */
  private static Arbitrary<List<String>> members() {
    Arbitrary<String> ids =
        Arbitraries.frequency(
            Tuple.of(9, "out1"),
            Tuple.of(9, "out2"),
            Tuple.of(9, "out3"),
            Tuple.of(9, "out4"),
            Tuple.of(9, "out5"),
            Tuple.of(1, "out6"),
            Tuple.of(1, "runway"));
    return Arbitraries.frequencyOf(
        Tuple.of(9, ids.list().ofMinSize(1).ofMaxSize(3).uniqueElements()),
        Tuple.of(1, ids.list().ofMaxSize(4)));
  }

  private static Arbitrary<String> chases() {
    return Arbitraries.frequency(
        Tuple.of(4, "yard/runway"),
        Tuple.of(4, "yard/chase1"),
        Tuple.of(2, "yard/chase2"),
        Tuple.of(1, "yard/chase3"));
  }

  private static Arbitrary<Command> remove() {
    return Arbitraries.frequencyOf(
            Tuple.of(5, chases()), Tuple.of(1, Arbitraries.of("yard/out1", "toggle/led")))
        .map(Commands::remove);
  }

  private static Arbitrary<Command> act() {
    Arbitrary<String> flipped =
        Arbitraries.of("yard/out1", "yard/out4", "yard/runway", "yard/chase1", "toggle/led");
    Arbitrary<String> pressed = Arbitraries.of("toggle/switch", "toggle/button");
    Arbitrary<String> neither = Arbitraries.of("counter/counter", "counter/contact", "attic/led");
    return Arbitraries.frequencyOf(
        Tuple.of(6, flipped.map(Commands::toggle)),
        Tuple.of(4, pressed.map(Commands::press)),
        Tuple.of(1, neither.map(Commands::toggle)),
        Tuple.of(1, neither.map(Commands::press)));
  }

  private static Arbitrary<Command> setOther() {
    return Arbitraries.of(
        Commands.set("counter/counter", "value", 9_998),
        Commands.set("counter/counter", "value", Integer.MAX_VALUE),
        Commands.set("counter/counter", "step", 2),
        Commands.set("counter/display", "on", true),
        Commands.set("counter/display", "on", false),
        Commands.set("toggle/switch", "pressed", true),
        Commands.set("toggle/switch", "pressed", false),
        Commands.set("toggle/note", "value", "all clear"),
        Commands.set("toggle/version", "value", "2"),
        Commands.set("counter/display", "brightness", 3),
        Commands.set("plugs/s1", "name", "Shed"));
  }

  private static Arbitrary<Command> rename() {
    return Arbitraries.of(
        Commands.rename(Boards.YARD.value(), "Yard"),
        Commands.rename(Boards.PLUGS.value(), "Plugs"),
        Commands.rename(Boards.YARD.value(), " "),
        Commands.rename("attic", "Attic"));
  }
}
