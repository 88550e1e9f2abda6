package dev.signalbox.core.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.fixture.Replica;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.Stamp;
import dev.signalbox.core.model.Tombstones;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.Latest;
import dev.signalbox.core.stream.ResetReason;
import dev.signalbox.core.stream.Start;
import dev.signalbox.core.stream.StreamId;
import dev.signalbox.core.stream.Subscriber;
import dev.signalbox.core.stream.Subscriber.CatchUp;
import dev.signalbox.core.stream.Subscriber.Mode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Resuming where so many parts went that the hub no longer knows all of them. */
class TombstoneLawTest {
  static final int OLD = 9_999;
  private static final long HOUR = 3_600_000;

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void latest_fromAnyId_isRightOrTooOld(
      @ForAll @Size(min = 5, max = 30) List<@IntRange(max = 9) Integer> parts,
      @ForAll @Size(30) List<Boolean> later,
      @ForAll @Size(10) List<@IntRange(max = OLD) Integer> ids) {
    HubState end = afterOld();
    long at = 0;
    for (int i = 0; i < parts.size(); i++) {
      at += later.get(i) ? HOUR : 1;
      end = end.after(List.of(flip(end, parts.get(i), at)));
    }
    for (int id : ids) {
      checkResume(id, end);
    }
    for (int id = OLD - 5; id <= OLD; id++) {
      checkResume(id, end);
    }
  }

  /** The old parts went one by one, up to that id: a client of that id still has the rest. */
  private static void checkResume(int id, HubState end) {
    Replica client = Replica.of(base(), Filter.ALL);
    for (int i = id + 1; i <= OLD; i++) {
      client.apply(new Change.PartPut(new Stamp(0, 0), old(i), Boards.sensor(1)));
    }
    String text = new StreamId(end.epoch(), id).toString();
    Start start = Start.of(text, false, end, new ChangeLog(1));
    Subscriber subscriber = new Subscriber(Filter.ALL, Mode.LATEST, id);
    boolean lagged = subscriber.hasLagged(end, new ChangeLog(1));
    CatchUp catchUp = subscriber.catchUp(end, new ChangeLog(1), 1_000);
    assertEquals(id < end.tombstones().forgotten(), lagged);
    if (id < end.tombstones().forgotten()) {
      assertEquals(new Start.Fresh(Optional.of(ResetReason.TOO_OLD)), start);
      assertEquals(new CatchUp.Lagged(end.sequence() - id), catchUp);
    } else {
      assertEquals(new Start.Resumed(id), start);
      Latest.since(id, end, Filter.ALL).forEach(client::apply);
      assertEquals(Replica.of(end, Filter.ALL), client);
      assertInstanceOf(CatchUp.Missed.class, catchUp);
    }
  }

  private static Change flip(HubState state, int part, long at) {
    PartAddress address = Commands.at("plugs/p" + part);
    Stamp stamp = new Stamp(state.sequence() + 1, at);
    return state.part(address).isPresent()
        ? new Change.PartGone(stamp, address)
        : new Change.PartPut(stamp, address, Boards.sensor(part));
  }

  private static HubState base() {
    return Rig.of(Boards.plugs()).state();
  }

  /** The state after as many parts went as are nearly kept for good. */
  private static HubState afterOld() {
    Map<PartAddress, Stamp> gone = new LinkedHashMap<>();
    for (int i = 1; i <= OLD; i++) {
      gone.put(old(i), new Stamp(i, 0));
    }
    HubState base = base();
    return new HubState(base.name(), base.epoch(), OLD, base.boards(), new Tombstones(gone, 0));
  }

  private static PartAddress old(int number) {
    return Commands.at("plugs/old" + number);
  }
}
