package dev.signalbox.core.laws;

import dev.signalbox.core.engine.RequestKey;
import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.FaultyDriver;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Random histories of the sample boards. */
final class Histories extends DomainContextBase {
  private static final int TURNS = 40;

  @Provide
  Arbitrary<History> histories() {
    return turn().list().ofMinSize(1).ofMaxSize(TURNS).map(History::new);
  }

  private static Arbitrary<History.Turn> turn() {
    Arbitrary<Integer> ms = Arbitraries.of(0, 0, 1, 20, 100, 499, 500, 1000, 3000);
    return Combinators.combine(ms, input().list().ofMaxSize(4)).as(History.Turn::new);
  }

  private static Arbitrary<History.Input> input() {
    return Arbitraries.frequencyOf(
        Tuple.of(16, ask().map(ask -> ask)),
        Tuple.of(4, observe()),
        Tuple.of(3, restored()),
        Tuple.of(1, fault()));
  }

  private static Arbitrary<History.Input> ask() {
    Arbitrary<List<Command>> commands =
        Arbitraries.frequencyOf(
            Tuple.of(3, Wishes.command().map(List::of)),
            Tuple.of(2, Wishes.command().list().ofMinSize(2).ofMaxSize(4)));
    return Combinators.combine(commands, key(), unchangedSince()).as(History.Ask::new);
  }

  private static Arbitrary<Optional<RequestKey>> key() {
    Arbitrary<RequestKey> keys =
        Combinators.combine(Arbitraries.of("ann", "bob"), Arbitraries.of("k1", "k2"))
            .as(RequestKey::new);
    return keys.optional(0.2);
  }

  private static Arbitrary<OptionalLong> unchangedSince() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, Arbitraries.just(OptionalLong.empty())),
        Tuple.of(1, Arbitraries.longs().between(0, 60).map(OptionalLong::of)));
  }

  private static Arbitrary<History.Input> observe() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, plugs().list().ofMaxSize(3).map(r -> seen(Boards.PLUGS, r))),
        Tuple.of(1, link().map(r -> seen(Boards.YARD, List.of(r)))),
        Tuple.of(1, outputs().map(r -> seen(Boards.YARD, List.of(r)))),
        Tuple.of(1, link().map(r -> seen(Boards.TOGGLE, List.of(r)))),
        Tuple.of(1, switched().map(r -> seen(Boards.TOGGLE, List.of(r)))));
  }

  private static History.Input seen(BoardId board, List<Report> reports) {
    return new History.Observe(board, reports);
  }

  private static Arbitrary<Report> plugs() {
    Arbitrary<PartId> ids = Arbitraries.of("s1", "s2", "s3").map(PartId::new);
    Arbitrary<Double> values = Arbitraries.of(0.0, 1.5, -40.0);
    return Arbitraries.frequencyOf(
        Tuple.of(4, Combinators.combine(ids, values).as(Histories::appeared)),
        Tuple.of(2, ids.map(Report.Vanished::new)),
        Tuple.of(2, Combinators.combine(ids, values).as(Histories::observed)),
        Tuple.of(1, link()));
  }

  private static Report appeared(PartId id, double value) {
    return new Report.Appeared(id, Boards.sensor(value));
  }

  /** Outputs come and go, too, those of a chase among them. */
  private static Arbitrary<Report> outputs() {
    PartId id = new PartId("out2");
    Report appeared = new Report.Appeared(id, new Output("Output", 2, true, 100, 0, 0));
    return Arbitraries.of(new Report.Vanished(id), appeared, appeared);
  }

  /** Of a sensor that is not there, too: that is a fault of the driver. */
  private static Report observed(PartId id, double value) {
    return new Report.Observed(id, Map.of("value", value, "previous", 1));
  }

  private static Arbitrary<Report> switched() {
    return Arbitraries.of(true, false)
        .map(pressed -> Report.Observed.of(new PartId("switch"), "pressed", pressed));
  }

  private static Arbitrary<Report> link() {
    return Arbitraries.of(new Report.LinkLost("cable"), new Report.LinkRestored());
  }

  private static Arbitrary<History.Input> restored() {
    return Arbitraries.of(Boards.YARD, Boards.COUNTER, Boards.TOGGLE, Boards.PLUGS)
        .map(board -> seen(board, List.of(new Report.LinkRestored())));
  }

  private static Arbitrary<History.Input> fault() {
    return Combinators.combine(
            Arbitraries.of(Boards.YARD, Boards.COUNTER, Boards.TOGGLE),
            Arbitraries.of(
                FaultyDriver.Call.STEP,
                FaultyDriver.Call.FOLLOW,
                FaultyDriver.Call.PRESS,
                FaultyDriver.Call.APPLY))
        .as(History.Break::new);
  }
}
