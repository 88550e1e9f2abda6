package dev.signalbox.core.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.fixture.Replica;
import dev.signalbox.core.fixture.Rig.Published;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.ChangeStream;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.Latest;
import dev.signalbox.core.stream.Start;
import dev.signalbox.core.stream.StreamId;
import dev.signalbox.core.stream.Subscriber.Mode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Nobody is ever silently wrong, however slow and however often cut off. */
@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class ClientLawTest {
  @Provide
  Arbitrary<Audience> latest() {
    return Audience.any(Mode.LATEST);
  }

  @Provide
  Arbitrary<Audience> every() {
    return Audience.any(Mode.EVERY);
  }

  @Provide
  Arbitrary<Filter> filters() {
    return Audience.filters();
  }

  @Provide
  Arbitrary<Integer> capacities() {
    return Arbitraries.of(1, 2, 3, 8, 20, 1_000);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void latest_slowAndCutOff_endsOnTheTruth(
      @ForAll History history, @ForAll("latest") Audience audience, @ForAll("capacities") int log) {
    follow(history, audience, log);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void every_slowAndCutOff_seesEachChangeOnceOrIsTold(
      @ForAll History history, @ForAll("every") Audience audience, @ForAll("capacities") int log) {
    follow(history, audience, log);
  }

  private static void follow(History history, Audience audience, int capacity) {
    Played played = Played.of(history);
    ChangeStream stream = new ChangeStream(played.initial(), new ChangeLog(capacity));
    Follower follower = new Follower(audience, stream, new Truth(played));
    int turn = 0;
    for (Published one : played.published()) {
      stream.publish(one.changes(), one.after());
      follower.wake(audience.fate(turn++));
    }
    follower.settle();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void latest_fromAnyId_isEachPartThatChangedSinceWhole(
      @ForAll History history, @ForAll("filters") Filter filter) {
    Truth truth = new Truth(Played.of(history));
    HubState end = truth.at(truth.end());
    for (long id = 0; id <= truth.end(); id++) {
      String text = new StreamId(end.epoch(), id).toString();
      assertEquals(new Start.Resumed(id), Start.of(text, false, end, new ChangeLog(1)));
      Replica replica = truth.at(id, filter);
      List<Change> missed = Latest.since(id, end, filter);
      missed.forEach(replica::apply);
      assertEquals(truth.at(truth.end(), filter), replica);
      checkOrder(id, missed);
    }
  }

  private static void checkOrder(long id, List<Change> missed) {
    long last = id;
    Set<PartAddress> parts = new HashSet<>();
    for (Change change : missed) {
      assertTrue(change.sequence() > last, () -> missed + " are not in order");
      last = change.sequence();
      switch (change) {
        case Change.PartPut put -> assertTrue(parts.add(put.address()), "twice");
        case Change.PartGone gone -> assertTrue(parts.add(gone.address()), "twice");
        case Change.BoardChanged _ -> {}
        case Change.PartChanged _ -> throw new AssertionError(change + " is not whole");
      }
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void every_fromAnyIdThatTheLogKeeps_isEachChangeSince(
      @ForAll History history, @ForAll("capacities") int capacity) {
    Played played = Played.of(history);
    ChangeStream stream = new ChangeStream(played.initial(), new ChangeLog(capacity));
    played.published().forEach(one -> stream.publish(one.changes(), one.after()));
    int end = played.changes().size();
    for (int id = 0; id <= end; id++) {
      String text = new StreamId(stream.state().epoch(), id).toString();
      Start start = Start.of(text, true, stream.state(), stream.log());
      assertEquals(end - id <= capacity, start.equals(new Start.Resumed(id)), start::toString);
      if (start instanceof Start.Resumed) {
        List<Change> missed = stream.log().read(id, end, Integer.MAX_VALUE).orElseThrow();
        assertEquals(played.changes().subList(id, end), missed);
      }
    }
  }
}
