package dev.signalbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardInfo;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Stamp;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.Latest;
import dev.signalbox.core.stream.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A client that knows only the bytes of the stream holds what the hub holds. */
class StreamLawTest {
  private static final BoardId YARD = new BoardId("yard");
  private static final WebSocketFormat FORMAT = new WebSocketFormat(Encoding.JSON);

  @Property(tries = 200)
  void snapshotAndChanges_giveTheState(@ForAll long seed, @ForAll @IntRange(max = 60) int length)
      throws MalformedJsonException {
    List<HubState> history = history(new Random(seed), length, new ArrayList<>());
    List<Change> changes = new ArrayList<>();
    history(new Random(seed), length, changes);
    JsonReplica client = new JsonReplica();
    client.take(FORMAT.snapshot(history.getFirst(), Filter.ALL));
    for (Change change : changes) {
      client.take(FORMAT.change(change, Optional.of(id(change.sequence())), 0));
    }
    assertSame(history.getLast(), client);
  }

  @Property(tries = 200)
  void whatChangedSince_bringsAClientFromAnywhereToTheState(
      @ForAll long seed,
      @ForAll @IntRange(max = 60) int length,
      @ForAll @IntRange(max = 60) int cut)
      throws MalformedJsonException {
    List<HubState> history = history(new Random(seed), length, new ArrayList<>());
    HubState left = history.get(Math.min(cut, length));
    HubState now = history.getLast();
    JsonReplica client = new JsonReplica();
    client.take(FORMAT.snapshot(left, Filter.ALL));
    List<Change> missed = Latest.since(left.sequence(), now, Filter.ALL);
    for (int i = 0; i < missed.size(); i++) {
      boolean last = i == missed.size() - 1;
      client.take(
          FORMAT.change(missed.get(i), last ? Optional.of(StreamId.of(now)) : Optional.empty(), 0));
    }
    assertSame(now, client);
  }

  private static void assertSame(HubState expected, JsonReplica client)
      throws MalformedJsonException {
    JsonReplica truth = new JsonReplica();
    truth.take(FORMAT.snapshot(expected, Filter.ALL));
    assertEquals(truth.boards(), client.boards());
    assertEquals(StreamId.of(expected).toString(), client.id());
  }

  private static StreamId id(long sequence) {
    return new StreamId(SampleHub.EPOCH, sequence);
  }

  /** The states from the first to the one after {@code length} random changes. */
  private static List<HubState> history(Random random, int length, List<Change> changes) {
    List<HubState> states = new ArrayList<>(List.of(SampleHub.state()));
    for (int i = 0; i < length; i++) {
      HubState state = states.getLast();
      Change change = change(random, state, new Stamp(state.sequence() + 1, SampleHub.AT + i));
      changes.add(change);
      states.add(state.after(List.of(change)));
    }
    return states;
  }

  private static Change change(Random random, HubState state, Stamp stamp) {
    PartAddress address = PartAddress.of("yard", "made" + random.nextInt(4));
    Optional<PartState> before = state.part(address);
    if (random.nextInt(8) == 0) {
      Link link =
          random.nextBoolean() ? new Link.Online() : new Link.Offline(stamp.at(), "gone fishing");
      return new Change.BoardChanged(
          stamp, YARD, new BoardInfo("Yard " + random.nextInt(3), "outputs", link));
    }
    if (before.isPresent() && random.nextInt(4) == 0) {
      return new Change.PartGone(stamp, address);
    }
    Output after =
        new Output(
            "Output " + random.nextInt(3),
            7,
            random.nextBoolean(),
            random.nextInt(101),
            random.nextInt(2) * 100,
            random.nextInt(3));
    if (before.isEmpty() || random.nextInt(8) == 0) {
      return new Change.PartPut(stamp, address, after);
    }
    var differing = Output.SCHEMA.differing(before.get().part(), after);
    return differing.isEmpty()
        ? new Change.PartPut(stamp, address, after)
        : new Change.PartChanged(stamp, address, after, differing);
  }
}
