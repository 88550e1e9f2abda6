package dev.signalbox.core.engine;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Checked;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Patched;
import dev.signalbox.core.model.SavedPart;
import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.core.model.Schema;
import dev.signalbox.core.model.Schemas;
import dev.signalbox.core.model.Stamp;
import dev.signalbox.core.model.Tombstones;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is true before the first change of a run: the boards as they are specified, with their saved
 * settings.
 *
 * <p>A saved setting that no longer fits the configuration (a part that is not there any more, a
 * value out of range) is left out.
 */
public final class InitialState {
  private final SavedSettings saved;
  private final Stamp stamp;

  private InitialState(SavedSettings saved, long now) {
    this.saved = saved;
    this.stamp = new Stamp(0, now);
  }

  /**
   * The state at sequence 0.
   *
   * @param name what people call the hub
   * @param epoch this run, see {@link dev.signalbox.core.stream.StreamId#epoch(long)}
   * @param now milliseconds since the Unix epoch
   */
  public static HubState of(
      String name, String epoch, List<Board> boards, SavedSettings saved, long now) {
    InitialState initial = new InitialState(saved, now);
    Map<BoardId, BoardState> states = new LinkedHashMap<>();
    boards.forEach(board -> states.put(board.spec().id(), initial.board(board.spec())));
    return new HubState(name, epoch, 0, states, Tombstones.NONE);
  }

  private BoardState board(BoardSpec spec) {
    Map<PartId, Part> parts = new LinkedHashMap<>();
    spec.parts()
        .forEach((id, part) -> restored(spec, id, part).ifPresent(now -> parts.put(id, now)));
    parts.putAll(madeBefore(spec));
    Map<PartId, PartState> states = new LinkedHashMap<>();
    ChaseRules.fitting(parts, spec).forEach((id, part) -> states.put(id, state(part)));
    return new BoardState(spec.id(), spec.info().withName(name(spec)), stamp, 0, states);
  }

  private PartState state(Part part) {
    return new PartState(part.commanded(null, stamp.at()), stamp);
  }

  private String name(BoardSpec spec) {
    String name = saved.names().getOrDefault(spec.id(), spec.name());
    return BoardNames.patch(Map.of("name", name), spec.name()).name();
  }

  private Optional<Part> restored(BoardSpec spec, PartId id, Part part) {
    return switch (saved.parts().get(new PartAddress(spec.id(), id))) {
      case null -> Optional.of(part);
      case SavedPart.Removed _ -> Optional.empty();
      case SavedPart.Settings(String kind, var values) ->
          kind.equals(part.schema().kind())
                  && part.schema().patch(part, fitting(values, part.schema()), Schema.Origin.BOARD)
                      instanceof Patched.Done<?>(Part after, var _)
              ? Optional.of(after)
              : Optional.of(part);
    };
  }

  /** The parts that were made while an earlier run went on, by id. */
  private Map<PartId, Part> madeBefore(BoardSpec spec) {
    Map<PartId, Part> made = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    saved
        .parts()
        .forEach((address, part) -> {
          if (address.board().equals(spec.id())
              && !spec.parts().containsKey(address.part())
              && part instanceof SavedPart.Settings settings
              && spec.makable(settings.kind()).isPresent()) {
            make(settings).ifPresent(again -> made.put(address.part(), again));
          }
        });
    return made;
  }

  private static Optional<Part> make(SavedPart.Settings settings) {
    return Schemas.ofKind(settings.kind())
        .flatMap(schema ->
            schema.make(fitting(settings.values(), schema), Schema.Origin.BOARD)
                    instanceof Patched.Done<?>(Part part, var _)
                ? Optional.of(part)
                : Optional.empty());
  }

  /** Those of {@code values} that are settings of that kind and keep its rules. */
  private static Map<String, Object> fitting(
      Map<String, Object> values, Schema<? extends Part> schema) {
    Map<String, Object> fitting = new LinkedHashMap<>(values);
    fitting
        .entrySet()
        .removeIf(value ->
            schema
                .property(value.getKey())
                .filter(property -> property.access().persistent())
                .map(property -> property.type().check(value.getValue()))
                .filter(Checked.Valid.class::isInstance)
                .isEmpty());
    return fitting;
  }
}
