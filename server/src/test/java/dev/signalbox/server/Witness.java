package dev.signalbox.server;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.stream.Cursor;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.wire.Encoding;
import dev.signalbox.wire.StateJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes down each change as the engine publishes it: so it knows what any client must have been
 * told by any id, without asking the server. Thread: any.
 */
final class Witness implements AutoCloseable {
  /** For how many of the last changes the state is kept too. */
  private static final int STATES = 2_000;

  /**
   * A change.
   *
   * @param part empty if it is about the board itself
   */
  record Noted(long sequence, String board, String part, long at) {
    private static Noted of(Change change) {
      return new Noted(
          change.sequence(), change.board().value(), partOf(change), change.stamp().at());
    }

    private static String partOf(Change change) {
      return switch (change) {
        case Change.PartChanged changed -> id(changed.address());
        case Change.PartPut put -> id(put.address());
        case Change.PartGone gone -> id(gone.address());
        case Change.BoardChanged _ -> "";
      };
    }

    private static String id(PartAddress address) {
      return address.part().value();
    }
  }

  private final ServedHub hub;
  private final Cursor cursor;
  private final Runnable listener = this::takeDown;
  private final Map<Long, Noted> changes = new ConcurrentHashMap<>();
  private final Map<Long, HubState> states = new ConcurrentHashMap<>();
  private final Tide published = new Tide();
  private final Tide pauses = new Tide();

  Witness(ServedHub hub) {
    this.hub = hub;
    hub.settle();
    cursor = hub.engine().stream().cursor();
    published.riseTo(cursor.state().sequence());
    states.put(cursor.state().sequence(), cursor.state());
    hub.engine().stream().listen(listener);
  }

  /** The engine's thread, with every publication. */
  private void takeDown() {
    HubState state = cursor.state();
    for (Change change : cursor.advance().orElseThrow()) {
      state = state.after(List.of(change));
      changes.put(change.sequence(), Noted.of(change));
      states.put(change.sequence(), state);
      states.remove(change.sequence() - STATES);
    }
    published.riseTo(state.sequence());
    pauses.riseTo(state.sequence());
  }

  /** The number of the last change. */
  long sequence() {
    return published.level();
  }

  /** Returns once that many changes were made. */
  void await(long sequence) {
    published.await(sequence);
  }

  /** Returns once that many changes were made, or no more pauses are made. */
  void pause(long until) {
    pauses.await(until);
  }

  /** From now on nobody makes a pause. */
  void end() {
    pauses.flood();
  }

  boolean isEnding() {
    return pauses.level() == Long.MAX_VALUE;
  }

  /** The first change between these that {@code wish} selects. */
  Optional<Noted> next(StressWish wish, long after, long upTo) {
    await(upTo);
    for (long sequence = after + 1; sequence <= upTo; sequence++) {
      Noted change = changes.get(sequence);
      if (wish.selects(change.board(), change.part())) {
        return Optional.of(change);
      }
    }
    return Optional.empty();
  }

  /** The boards as they were then, all of them; empty if that is too long ago. */
  Optional<Doc> boards(long sequence) {
    await(sequence);
    return Optional.ofNullable(states.get(sequence)).map(Witness::json);
  }

  private static Doc json(HubState state) {
    byte[] json = StateJson.hub(state, Filter.ALL, Encoding.JSON);
    return Doc.of(new String(json, StandardCharsets.UTF_8)).at("boards");
  }

  @Override
  public void close() {
    hub.engine().stream().forget(listener);
  }
}
